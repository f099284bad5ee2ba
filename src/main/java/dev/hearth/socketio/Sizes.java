package dev.hearth.socketio;

/// How large things may be, in bytes.
///
/// @param maxPayload of one packet, and of one polling request
/// @param maxAttachments binary attachments of one packet, a number (CVE-2026-33151)
/// @param highWaterMark waiting for one connection above which [Peer#isWritable] is false and its
///   events wait
/// @param maxPendingBytes waiting for one connection above which it is closed
/// @param memoryBudget what all connections together may make the server keep; 0 for a quarter of
///   the heap
public record Sizes(
        int maxPayload,
        int maxAttachments,
        int highWaterMark,
        int maxPendingBytes,
        long memoryBudget) {
    public static final Sizes DEFAULT = new Sizes(1_000_000, 10, 1 << 20, 16 << 20, 0);

    /// The part of the heap that connections may fill: estimates may be wrong by a factor of two,
    /// and the application has to live as well.
    private static final int PART_OF_HEAP = 4;

    private static final long LEAST_BUDGET = 24L << 20;

    /// The memory that connections may fill, in bytes.
    long budget() {
        return memoryBudget > 0 ? memoryBudget : Runtime.getRuntime().maxMemory() / PART_OF_HEAP;
    }

    /// @param heap bytes that this JVM may use
    public void checkFits(long heap) throws TooLittleMemory {
        long needed = PART_OF_HEAP * Math.max(LEAST_BUDGET, memoryBudget);
        if (heap < needed) {
            throw new TooLittleMemory(heap, needed);
        }
    }
}
