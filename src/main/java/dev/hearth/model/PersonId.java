package dev.hearth.model;

import static java.util.Objects.requireNonNull;

/// The id of a person within one chat.
public record PersonId(String value) {
    public PersonId {
        requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
