package dev.hearth.model;

/// What a chat can do on the server it has joined. The window and the commands ask this, and never
/// which kind of server it is.
///
/// @param edits messages can be answered, edited, deleted and reacted to
/// @param history older messages can be read, and messages can be searched
/// @param rooms there are rooms, each with a log of its own
/// @param people the server says who is here
/// @param lobby there is a room that everyone is in; otherwise people write to each other alone
/// @param maxTextBytes the longest text of a message, in bytes of UTF-8
/// @param confirms how the chat learns that the server has a message
public record Capabilities(
        boolean edits,
        boolean history,
        boolean rooms,
        boolean people,
        boolean lobby,
        int maxTextBytes,
        Confirmation confirms) {
    /// With a room that everyone is in.
    public Capabilities(
            boolean edits,
            boolean history,
            boolean rooms,
            boolean people,
            int maxTextBytes,
            Confirmation confirms) {
        this(edits, history, rooms, people, true, maxTextBytes, confirms);
    }

    /// How the chat learns that the server has a message.
    public enum Confirmation {
        /// The server carries out an id once, and answers with the message's place in the log.
        ID,
        /// The server acknowledges each message.
        ACKNOWLEDGEMENT,
        /// The server only sends the message back, to its author as well.
        ECHO,
        /// The server says nothing: what was written to a connection that held counts as there.
        NOTHING,
        /// Nothing has shown yet that the server takes messages in this form at all.
        UNKNOWN
    }

    /// Whether the server keeps a log, in which each message has an id, a time and a place that
    /// never change.
    public boolean hasLog() {
        return confirms == Confirmation.ID;
    }
}
