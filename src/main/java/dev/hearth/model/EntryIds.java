package dev.hearth.model;

/// The two kinds of ids that entries have. Stateless.
public final class EntryIds {
    /// What the id of a message that came through the plain namespace begins with; no other may.
    public static final String PLAIN = "/";

    private EntryIds() {}

    public static boolean isPlain(EntryId id) {
        return id.value().startsWith(PLAIN);
    }
}
