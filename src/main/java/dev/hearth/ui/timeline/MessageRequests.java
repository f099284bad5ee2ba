package dev.hearth.ui.timeline;

import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import java.util.List;

/// What a timeline asks of the room it belongs to. FX thread only.
public interface MessageRequests {
    /// Whether messages can be answered, edited, deleted and reacted to here.
    boolean canEdit();

    /// Whether this person may probably delete a message that the server has.
    boolean canDelete(Message message);

    /// Whether older messages can be asked for.
    boolean hasHistory();

    /// What the room is called in a sentence.
    String roomName();

    /// Has older messages told.
    void showOlder();

    /// Everything up to `seq` was seen.
    void read(long seq);

    void retry(EntryId id);

    void discard(EntryId id);

    /// Adds or removes the person's own reaction.
    void toggle(Message message, String emoji);

    /// Deletes messages for everybody, unless that is taken back in a moment.
    void delete(List<Message> messages);

    /// Takes the latest deletion back.
    ///
    /// @return whether there was still one to be taken back
    boolean undoDeletion();

    void reply(Message message);

    void edit(Message message);
}
