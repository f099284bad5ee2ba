package dev.hearth.ui.chat;

import dev.hearth.model.Capabilities;
import dev.hearth.model.EntryId;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.Person;
import dev.hearth.model.Presence;
import dev.hearth.model.RoomId;
import dev.hearth.model.SearchAnswer;
import dev.hearth.model.SearchHits.Hit;
import dev.hearth.model.SearchRequest;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Directory;
import dev.hearth.ui.kit.Sheets;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.rooms.RoomFace;
import dev.hearth.ui.rooms.RoomItem;
import dev.hearth.ui.search.SearchSource;
import dev.hearth.ui.search.SearchView;
import dev.hearth.ui.search.SearchViewModel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// The search of a chat on screen: beside the room, in a narrow window over it, and from a hit to
/// its place in the room. FX thread only.
final class ChatSearch {
    private final SessionViewModel session;
    private final Supplier<RoomPane> room;
    private final SearchViewModel model;
    private final SearchView view;
    private final StackPane layer = new StackPane();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

    /// @param room the room that is shown
    ChatSearch(SessionViewModel session, Sheets sheets, Supplier<RoomPane> room) {
        this.session = session;
        this.room = room;
        model = new SearchViewModel(new Source(), session.context());
        view = new SearchView(model, sheets, this::go, this::close);
        Controls.show(layer, false);
    }

    /// What lies over a narrow window while it searches.
    Node layer() {
        return layer;
    }

    boolean isOffered() {
        return session.capabilitiesProperty().get().filter(Capabilities::history).isPresent();
    }

    boolean isOpen() {
        return open.get();
    }

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    void attach(Subscriptions subscriptions) {
        view.attach(subscriptions);
        subscriptions.add(
                session.connectionProperty().subscribe((before, now) -> model.connectionChanged()));
        subscriptions.add(model::close);
    }

    /// @param where the room to look in; empty for all
    void open(Optional<RoomId> where) {
        if (isOffered()) {
            model.lookIn(where);
            open.set(true);
            view.focus();
        }
    }

    void close() {
        model.close();
        open.set(false);
        room.get().focusComposer();
    }

    /// Puts the panel to the right of the room, over everything, or away.
    void place(BorderPane frame, boolean beside, boolean over) {
        Node owner = view.node().getScene() == null ? null : view.node().getScene().getFocusOwner();
        frame.setRight(null);
        layer.getChildren().clear();
        if (over) {
            layer.getChildren().setAll(view.node());
        } else if (beside) {
            frame.setRight(view.node());
        }
        Controls.show(layer, over);
        // A node that moves loses the keyboard.
        if (owner != null && isOpen() && owner.getScene() != null) {
            owner.requestFocus();
        }
    }

    /// Shows a message that is too far back for the timeline among its neighbours.
    void showApart(FoldedMessage message) {
        open(Optional.of(message.room()));
        model.showAround(new Hit(message, List.of()));
    }

    private void go(Hit hit) {
        RoomId where = hit.message().room();
        EntryId id = hit.message().id();
        if (session.rooms().item(where).isEmpty()) {
            model.showAround(hit);
            return;
        }
        session.open(where);
        view.keepFocus();
        RoomPane pane = room.get();
        Subscription way =
                pane.model()
                        .timeline()
                        .seek(id, hit.message().seq(), found -> ended(hit, pane, found));
        model.going(way);
    }

    private void ended(Hit hit, RoomPane pane, boolean found) {
        if (!pane.equals(room.get())) {
            model.arrived();
        } else if (found) {
            model.arrived();
            arrive(pane, hit.message().id());
        } else {
            model.showAround(hit);
        }
    }

    private void arrive(RoomPane pane, EntryId id) {
        boolean over = layer.isVisible();
        if (over) {
            open.set(false);
        }
        Parent root = pane.timeline().node().getScene().getRoot();
        root.applyCss();
        root.layout();
        pane.timeline().show(id, over);
    }

    /// The chat as the search sees it.
    private final class Source implements SearchSource {
        @Override
        public CompletionStage<SearchAnswer> search(SearchRequest request) {
            return session.commands().chat().search(request);
        }

        @Override
        public CompletionStage<HistoryPage> history(HistoryRequest request) {
            return session.commands().chat().history(request);
        }

        @Override
        public Directory people() {
            return session.people();
        }

        @Override
        public List<Person> authors() {
            return Stream.concat(
                            Stream.of(session.people().you()),
                            session.others().stream().map(Presence::person))
                    .filter(Person::isKnown)
                    .toList();
        }

        @Override
        public List<RoomId> rooms() {
            return session.rooms().items().stream().map(RoomItem::id).toList();
        }

        @Override
        public String roomName(RoomId id) {
            return session.rooms().item(id).map(RoomItem::name).orElse("");
        }

        @Override
        public Node roomFace(RoomId id) {
            return session.rooms().item(id).map(RoomFace::small).orElseGet(Region::new);
        }
    }
}
