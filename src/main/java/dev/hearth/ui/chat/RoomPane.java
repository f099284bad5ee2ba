package dev.hearth.ui.chat;

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
        root = new VBox(middle, composer.node(), join.node());
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
        subscriptions.add(model.timeline().items().subscribe(this::showEmptiness));
        showEmptiness();
        subscriptions.add(session.rooms().items().subscribe(this::showMembership));
        showMembership();
        subscriptions.add(model.writing().subscribe(this::showTyping));
        showTyping();
    }

    void detach() {
        subscriptions.close();
        timeline.detach();
    }

    void focusComposer() {
        composer.focus();
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

    private void showMembership() {
        session.rooms()
                .item(model.id())
                .ifPresent(
                        item -> {
                            join.show(item);
                            Controls.show(composer.node(), item.isIn());
                        });
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
        Controls.show(empty.node(), model.timeline().items().isEmpty());
    }
}
