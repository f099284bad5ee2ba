package dev.hearth.ui.chat;

import javafx.scene.Node;

/// What the sidebar leads to.
interface SidebarActions {
    /// Opens a room, or shows the card of a person beside their line.
    void use(SidebarItem item, Node line);

    void newRoom();
}
