package dev.hearth.ui.notices;

import dev.hearth.model.RoomId;

/// What a person is told of a message.
///
/// @param author who wrote it, in a word
/// @param title who wrote it and where
/// @param text what it says, in one line
public record Notice(RoomId room, String author, String title, String text) {}
