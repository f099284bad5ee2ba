package dev.hearth.client;

import dev.hearth.model.EntryId;
import dev.hearth.model.RoomId;

/// One room of a joined chat, as somebody who looks at it uses it. All methods return at once and
/// may be called from any thread.
///
/// [Chat#room] opens it. Its newest messages then arrive as one
/// [dev.hearth.model.Event.OlderMessages], from what is kept here, also offline, else from the
/// host; what is said from then on follows as [dev.hearth.model.Event.MessageAdded]. A room of
/// which nothing has come yet fills as it catches up.
public interface RoomSession {
    RoomId id();

    /// Sends `text` into this room. It appears at once as an own message that is on its way, under
    /// the id returned.
    ///
    /// @throws dev.hearth.model.HearthException EMPTY or TOO_LONG: nothing was sent and nothing
    ///   appears
    EntryId send(String text);

    /// Has messages from before the oldest one shown told as an event.
    void showOlder();

    /// Someone types; to be called with every key.
    void typing();

    /// Everything up to `seq` was seen.
    void read(long seq);
}
