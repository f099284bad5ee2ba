package dev.hearth.ui.timeline;

import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.ui.text.TextSelection;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.Node;

/// What a person can do with a message in the timeline.
interface MessageActions {
    /// Opens a link outside, or copies it where that cannot be.
    void open(String address);

    void copy(String text);

    TextSelection selection();

    void retry(EntryId id);

    void discard(EntryId id);

    boolean isUnfolded(EntryId id);

    /// Shows all of a long text, or folds it again.
    void toggleFold(Message message);

    /// Whether this message can be answered and reacted to here, and if it is the person's own
    /// edited.
    boolean canActOn(Message message);

    boolean canDelete(Message message);

    /// The messages that are selected.
    SelectedMessages selected();

    /// What can be done with them.
    SelectionCommands selectionCommands();

    boolean canForward(Message message);

    /// Asks where to send it on to.
    void forward(Message message);

    /// The reactions in reach: those that the person takes most.
    List<String> favourites();

    /// Lets the person pick any emoji as a reaction.
    void pickReaction(Message message, Node beside);

    /// Adds or removes the person's own reaction.
    void react(Message message, String emoji);

    void reply(Message message);

    void edit(Message message);

    /// Deletes it for everybody, and offers to take that back.
    void delete(Message message);

    /// Takes the latest deletion back, as long as that is possible.
    void undoDeletion();

    /// Shows the card of who wrote it.
    void showAuthor(Message message, Node beside);

    /// Whether a day leads to other days.
    boolean canPickDay();

    /// Has the person pick another day than `shown`, below `anchor`.
    void pickDay(LocalDate shown, Node anchor);

    /// Shows the message, wherever it is in the timeline.
    void jumpTo(EntryId id);
}
