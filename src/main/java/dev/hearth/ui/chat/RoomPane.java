package dev.hearth.ui.chat;

import dev.hearth.model.Capabilities;
import dev.hearth.model.Capabilities.Confirmation;
import dev.hearth.model.EntryId;
import dev.hearth.model.Mentions;
import dev.hearth.ui.composer.ComposerView;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.timeline.TimelineTools;
import dev.hearth.ui.timeline.TimelineView;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A room on screen: its messages, or what to do where there are none, and the composer.
final class RoomPane {
    private final RoomViewModel model;
    private final SessionViewModel session;
    private final TimelineView timeline;
    private final ComposerView composer;
    private final EmptyState empty;
    private final JoinBar join;
    private final VBox root;
    private final Subscriptions subscriptions = new Subscriptions();

    RoomPane(RoomViewModel model, SessionViewModel session, EmptyState empty, TimelineTools tools) {
        this.model = model;
        this.session = session;
        this.empty = empty;
        timeline = new TimelineView(model.timeline(), tools, this::focusComposer);
        composer =
                new ComposerView(
                        model.composer(),
                        session.people(),
                        timeline::jumpToLatest,
                        model::editLast,
                        this::names,
                        tools.emoji());
        var middle = new StackPane(timeline.node(), empty.node());
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        // The button to the latest message stands over the edge of the composer.
        middle.setViewOrder(-1);
        join = new JoinBar(model.id(), session.roomCommands());
        root = new VBox(middle, timeline.selectionBar().node(), composer.node(), join.node());
        VBox.setVgrow(root, Priority.ALWAYS);
        root.setMinHeight(0);
    }

    RoomViewModel model() {
        return model;
    }

    Node node() {
        return root;
    }

    TimelineView timeline() {
        return timeline;
    }

    ComposerView composer() {
        return composer;
    }

    ReadOnlyBooleanProperty atBottomProperty() {
        return timeline.atBottomProperty();
    }

    void attach() {
        timeline.attach();
        composer.attach(subscriptions);
        subscriptions.watch(timeline.scrollBarShownProperty(), composer::standBesideBar);
        subscriptions.watch(
                timeline.scrollBarShownProperty(), timeline.selectionBar()::standBesideBar);
        subscriptions.add(model.timeline().items().subscribe(this::showEmptiness));
        showEmptiness();
        subscriptions.add(session.rooms().items().subscribe(this::showFoot));
        subscriptions.watch(model.timeline().selected().countProperty(), count -> showFoot());
        subscriptions.watch(
                session.capabilitiesProperty(),
                can -> {
                    showFoot();
                    showEmptiness();
                });
        subscriptions.add(model.writing().subscribe(this::showTyping));
        showTyping();
    }

    /// Shows a message that has just been loaded, with the keyboard on it.
    void reveal(EntryId id) {
        Parent all = root.getScene().getRoot();
        all.applyCss();
        all.layout();
        timeline.show(id, true);
    }

    void detach() {
        subscriptions.close();
        timeline.detach();
    }

    /// While messages are selected there is no composer: the keyboard goes to them.
    void focusComposer() {
        if (isSelecting()) {
            timeline.focus();
        } else {
            composer.focus();
        }
    }

    boolean isSelecting() {
        return model.timeline().selected().countProperty().get() > 0;
    }

    void endSelection() {
        timeline.endSelection();
    }

    /// Everyone else who can be called, and for who moderates all of them at once.
    private List<String> names() {
        Stream<String> names =
                session.others().stream()
                        .map(presence -> session.people().name(presence.person()))
                        .filter(name -> !name.isEmpty());
        Stream<String> all =
                Mentions.mayCallEveryone(session.people().you())
                        ? Stream.of(Mentions.EVERYONE)
                        : Stream.of();
        return Stream.concat(names, all).toList();
    }

    private void showFoot() {
        boolean selecting = isSelecting();
        Controls.show(timeline.selectionBar().node(), selecting);
        session.rooms()
                .item(model.id())
                .ifPresent(
                        item -> {
                            join.show(item);
                            Controls.show(join.node(), !item.isIn() && !selecting);
                            boolean writes = session.takesMessages(item);
                            Controls.show(composer.node(), writes && !selecting);
                        });
    }

    /// What is promised is what the server can do.
    private String emptyAbout() {
        if (!session.hasLobby()) {
            return Texts.text(session.isFirst(model) ? "empty.private" : "empty.two");
        }
        return session.capabilitiesProperty().get().map(Capabilities::confirms).stream()
                        .anyMatch(Confirmation.UNKNOWN::equals)
                ? Texts.text("empty.unknown")
                : Texts.text("empty.about");
    }

    private void showTyping() {
        List<String> names =
                model.writing().stream()
                        .map(session.people()::name)
                        .filter(name -> !name.isEmpty())
                        .toList();
        composer.showTyping(
                switch (names.size()) {
                    case 0 -> "";
                    case 1 -> Texts.text("typing.one", names.getFirst());
                    case 2 -> Texts.text("typing.two", names.getFirst(), names.getLast());
                    default -> Texts.text("typing.many", names.size());
                });
    }

    private void showEmptiness() {
        empty.about(emptyAbout());
        Controls.show(empty.node(), model.timeline().items().isEmpty());
    }
}
