package dev.hearth.ui.chat;

import dev.hearth.model.Presence;
import dev.hearth.ui.rooms.RoomItem;

/// A line of the sidebar.
sealed interface SidebarItem {
    /// What follows.
    ///
    /// @param opensRooms whether a room can be opened here
    record Section(String title, boolean opensRooms) implements SidebarItem {}

    /// @param open whether it is the room that is shown
    /// @param online whether the other one of a conversation of two is here
    record Room(RoomItem item, boolean open, boolean online) implements SidebarItem {}

    /// @param told whether the server tells who is here
    record Someone(Presence presence, boolean told) implements SidebarItem {}

    /// Nothing is called as the search field says.
    record Nothing() implements SidebarItem {}
}
