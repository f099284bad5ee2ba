package dev.hearth.ui.chat;

import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.ui.kit.LinkOpener;

/// What one can do with a message in the timeline.
interface MessageActions extends LinkOpener {
    void copy(String text);

    TextSelection selection();

    void retry(EntryId id);

    void discard(EntryId id);

    boolean isUnfolded(EntryId id);

    /// Shows all of a long text, or folds it again.
    void toggleFold(Message message);
}
