package dev.hearth.model;

/// The id that its author's client gave to an entry: what makes a repeated request the same
/// request.
public record EntryId(String value) {
    /// A fresh id for an entry made at `epochMillis`.
    public static EntryId next(long epochMillis) {
        return new EntryId(Uuid7.at(epochMillis).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
