package dev.hearth.model;

/// What a person may do in a chat, from most to least.
public enum Role {
    OWNER,
    MODERATOR,
    MEMBER,
    GUEST,
    /// A program that writes with a token of the owner. It is no person: it is never here, and is
    /// given no other role. Who does not know this role takes it for a member.
    PROGRAM
}
