package dev.hearth.model;

/// What a person may do in a chat, from most to least.
public enum Role {
    OWNER,
    MODERATOR,
    MEMBER,
    GUEST
}
