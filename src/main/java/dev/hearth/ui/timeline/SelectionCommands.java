package dev.hearth.ui.timeline;

import dev.hearth.model.Message;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Times;
import java.util.List;
import java.util.stream.Collectors;

/// What a person does with all the messages that are selected. FX thread only.
final class SelectionCommands {
    private final TimelineModel model;
    private final TimelineTools tools;
    private final TimelineActions actions;
    private final Runnable ended;
    private final Times times;

    /// @param ended puts the keyboard where the person goes on when nothing is selected any more
    SelectionCommands(
            TimelineModel model, TimelineTools tools, TimelineActions actions, Runnable ended) {
        this.ended = ended;
        this.model = model;
        this.tools = tools;
        this.actions = actions;
        times = new Times(model.context().clock());
    }

    /// Copies the messages as they were written, each under who wrote it and when.
    void copy() {
        actions.copy(
                model.selected().messages().stream()
                        .map(this::copied)
                        .collect(Collectors.joining("\n\n")));
    }

    private String copied(Message message) {
        String author = model.people().nameOrWord(message);
        return Texts.text("select.copied", author, times.exactly(message.at()))
                + "\n"
                + message.text();
    }

    boolean canForward() {
        return tools.forwarding().isOffered();
    }

    /// Asks where to send them on to.
    void forward() {
        tools.forwarding().forward(model.selected().messages(), this::cancel);
    }

    boolean canDelete() {
        return !deletable().isEmpty();
    }

    private List<Message> deletable() {
        return model.selected().messages().stream().filter(actions::canDelete).toList();
    }

    /// Deletes those that the person may delete, and says how many stay.
    void delete() {
        List<Message> mine = deletable();
        if (mine.isEmpty()) {
            return;
        }
        int others = model.selected().messages().size() - mine.size();
        String done = Texts.text("delete.done", mine.size());
        actions.delete(mine, others == 0 ? done : done + " " + Texts.text("delete.others", others));
        cancel();
    }

    void cancel() {
        model.selected().clear();
        ended.run();
    }
}
