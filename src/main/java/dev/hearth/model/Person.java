package dev.hearth.model;

/// Someone in a chat.
///
/// @param name what others see; empty when the server does not say who spoke
public record Person(PersonId id, String name, Role role) {
    /// The author of a message on a server that does not tell who wrote what.
    public static final Person UNKNOWN = new Person(new PersonId(""), "", Role.GUEST);

    public boolean isKnown() {
        return !name.isEmpty();
    }
}
