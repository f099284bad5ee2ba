package dev.hearth.model;

/// The id of a file that a message shows.
public record FileId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
