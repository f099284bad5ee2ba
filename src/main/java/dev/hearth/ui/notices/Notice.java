package dev.hearth.ui.notices;

import dev.hearth.model.RoomId;

/// What a person is told of a message.
///
/// @param chat what the chat is remembered by on this computer
/// @param author who wrote it, in a word
/// @param title who wrote it and where
/// @param text what it says, in one line
/// @param follow leads to the room
public record Notice(
        String chat, RoomId room, String author, String title, String text, Runnable follow) {}
