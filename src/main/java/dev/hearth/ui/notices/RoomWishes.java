package dev.hearth.ui.notices;

import dev.hearth.model.RoomId;
import dev.hearth.settings.NoticeSettings.Level;
import dev.hearth.ui.kit.Preferences;

/// Of which messages of a chat's rooms a person wants to be told; remembered. FX thread only.
///
/// @param chat names the chat on this computer
public record RoomWishes(Preferences preferences, String chat) {
    public Level of(RoomId room) {
        return preferences.notices().level(chat, room.value());
    }

    /// Whether what the desktop shows may be heard.
    boolean sound() {
        return preferences.notices().sound();
    }

    public void wish(RoomId room, Level level) {
        preferences.rememberNotices(old -> old.withLevel(chat, room.value(), level));
    }
}
