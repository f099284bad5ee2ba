package dev.hearth.ui.kit;

/// What was begun in the rooms of chats and not sent, kept by the program that starts the windows.
/// FX thread only; a write returns at once and is saved behind the scenes.
public interface Drafts {
    /// Drafts that nobody keeps.
    Drafts NONE =
            new Drafts() {
                @Override
                public String draft(String room) {
                    return "";
                }

                @Override
                public void keep(String room, String text) {}
            };

    /// What was begun in a room; empty for nothing.
    String draft(String room);

    /// @param text empty when it was sent or taken back
    void keep(String room, String text);
}
