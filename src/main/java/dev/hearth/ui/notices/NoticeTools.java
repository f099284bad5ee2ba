package dev.hearth.ui.notices;

/// What the notices of a chat borrow from the window around it.
///
/// @param wishes what the person wants to be told of in this chat
/// @param comeForward brings the window before the person's eyes
public record NoticeTools(
        RoomWishes wishes, QuietTime quiet, SystemNotices system, Runnable comeForward) {}
