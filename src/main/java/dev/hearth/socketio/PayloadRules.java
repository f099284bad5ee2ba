package dev.hearth.socketio;

/// What the payloads of a namespace may hold. What is beyond is checked and skipped without being
/// made: the handler finds an empty list or map in its place, and can refuse it.
///
/// @param maxDepth of lists and maps within each other, where the arguments of an event are one
///   level: 1 leaves texts, numbers and truth values as arguments, and a flat map as auth
/// @param binary whether attachments are kept; without, an event with some is handed over at once,
///   with empty maps in their places
public record PayloadRules(int maxDepth, boolean binary) {
    /// Everything that a packet can carry.
    public static final PayloadRules ALL = new PayloadRules(Json.MAX_DEPTH, true);
}
