package dev.hearth.model;

/// Which messages of a room to read, with what happened to them since.
///
/// @param limit how many at most; fewer come when they are large
public record HistoryRequest(RoomId room, Where where, int limit) {
    /// Which part of the log.
    public sealed interface Where {
        /// The newest before `seq`.
        record Before(long seq) implements Where {}

        /// Those before and after `seq`, and at it.
        record Around(long seq) implements Where {}
    }
}
