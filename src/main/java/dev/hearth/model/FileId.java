package dev.hearth.model;

import static java.util.Objects.requireNonNull;

/// The id of a file that a message shows.
public record FileId(String value) {
    public FileId {
        requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
