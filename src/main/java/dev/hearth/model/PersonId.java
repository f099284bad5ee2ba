package dev.hearth.model;

/// The id of a person within one chat.
public record PersonId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
