package dev.hearth.model;

/// A person, and whether they are here now.
///
/// @param verified whether a key proves who they are
public record Presence(Person person, boolean online, boolean verified) {}
