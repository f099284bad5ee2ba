package dev.hearth.ui.timeline;

import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.ui.kit.Copy;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.text.EmojiPicker;
import dev.hearth.ui.text.TextSelection;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// What a person can do with the messages of a timeline. FX thread only.
final class TimelineActions implements MessageActions {
    private static final int MOST_FAVOURITES = 6;

    private final TimelineModel model;
    private final TimelineTools tools;
    private final Consumer<EntryId> redraw;
    private final Consumer<EntryId> jump;
    private final TextSelection selection = new TextSelection();
    private final SelectionCommands selectionCommands;
    private @Nullable EmojiPicker picker;
    private final Set<EntryId> unfolded = new HashSet<>();

    /// @param redraw shows a message anew
    /// @param jump shows a message, wherever it is
    /// @param selectionEnded runs when the person has done with the messages that were selected
    TimelineActions(
            TimelineModel model,
            TimelineTools tools,
            Consumer<EntryId> redraw,
            Consumer<EntryId> jump,
            Runnable selectionEnded) {
        this.model = model;
        this.tools = tools;
        this.redraw = redraw;
        this.jump = jump;
        selectionCommands = new SelectionCommands(model, tools, this, selectionEnded);
    }

    @Override
    public void open(String address) {
        model.context()
                .deliver(
                        tools.links().open(address),
                        (opened, error) -> {
                            if (error != null || !Boolean.TRUE.equals(opened)) {
                                Copy.text(address);
                                tools.toasts().show(Texts.text("link.notOpened", address));
                            }
                        });
    }

    @Override
    public void copy(String text) {
        Copy.text(text);
        tools.toasts().show(Texts.text("copied"));
    }

    @Override
    public TextSelection selection() {
        return selection;
    }

    @Override
    public void retry(EntryId id) {
        model.requests().retry(id);
    }

    @Override
    public void discard(EntryId id) {
        model.requests().discard(id);
    }

    @Override
    public boolean isUnfolded(EntryId id) {
        return unfolded.contains(id);
    }

    @Override
    public void toggleFold(Message message) {
        if (!unfolded.remove(message.id())) {
            unfolded.add(message.id());
        }
        redraw.accept(message.id());
    }

    @Override
    public boolean canActOn(Message message) {
        return model.canEdit()
                && message.delivery() instanceof Delivery.Delivered
                && !message.details().deleted();
    }

    @Override
    public boolean canDelete(Message message) {
        return canActOn(message) && model.requests().canDelete(message);
    }

    @Override
    public SelectedMessages selected() {
        return model.selected();
    }

    @Override
    public SelectionCommands selectionCommands() {
        return selectionCommands;
    }

    @Override
    public boolean canForward(Message message) {
        return tools.forwarding().isOffered() && !message.details().deleted();
    }

    @Override
    public void forward(Message message) {
        tools.forwarding().forward(List.of(message), () -> {});
    }

    @Override
    public List<String> favourites() {
        return tools.emoji().favourites(MOST_FAVOURITES);
    }

    @Override
    public void pickReaction(Message message, Node beside) {
        if (picker == null) {
            picker = new EmojiPicker(tools.emoji());
        }
        picker.show(beside, emoji -> react(message, emoji));
    }

    @Override
    public void react(Message message, String emoji) {
        boolean takesBack =
                message.details()
                        .reactions()
                        .getOrDefault(emoji, Set.of())
                        .contains(model.people().you().id());
        if (!takesBack) {
            tools.emoji().use(emoji);
        }
        model.requests().toggle(message, emoji);
    }

    @Override
    public void reply(Message message) {
        model.requests().reply(message);
    }

    @Override
    public void edit(Message message) {
        model.requests().edit(message);
    }

    @Override
    public void delete(Message message) {
        delete(List.of(message), Texts.text("delete.done", 1));
    }

    /// @param said tells what was done
    void delete(List<Message> messages, String said) {
        model.requests().delete(messages);
        tools.toasts().show(said, Texts.text("undo"), this::undoDeletion);
    }

    @Override
    public void undoDeletion() {
        if (model.requests().undoDeletion()) {
            tools.toasts().show(Texts.text("delete.undone"));
        }
    }

    @Override
    public void showAuthor(Message message, Node beside) {
        tools.onPerson().accept(message.from(), beside);
    }

    @Override
    public boolean canPickDay() {
        return tools.days().isOffered();
    }

    @Override
    public void pickDay(LocalDate shown, Node anchor) {
        tools.days().pick(shown, anchor);
    }

    @Override
    public void jumpTo(EntryId id) {
        jump.accept(id);
    }
}
