package dev.hearth.ui.notices;

/// What the notices of a chat borrow from the window around it.
///
/// @param wishes what the person wants to be told of in this chat
/// @param board where notices are in the window
public record NoticeTools(
        RoomWishes wishes,
        QuietTime quiet,
        SystemNotices system,
        NoticeBoard board,
        NoticeWindow window) {}
