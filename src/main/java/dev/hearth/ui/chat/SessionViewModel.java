package dev.hearth.ui.chat;

import dev.hearth.client.Chat;
import dev.hearth.client.ChatConnector;
import dev.hearth.client.JoinRequest;
import dev.hearth.model.Capabilities;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.ui.kit.Drafts;
import dev.hearth.ui.kit.FxBatcher;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.LastSaid;
import dev.hearth.ui.kit.Shown;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.notices.Arrivals;
import dev.hearth.ui.people.PeopleModel;
import dev.hearth.ui.rooms.RoomItem;
import dev.hearth.ui.rooms.RoomListModel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A joined chat: how it stands with its server, its people, its rooms and which of them is open.
/// It exists from the moment of joining, before there is a view, so that nothing that arrives is
/// missed.
///
/// Events come on the chat's own thread, go through the one [FxBatcher] and from here to the room
/// they are about; all else, properties and lists among it, belongs to the FX thread.
public final class SessionViewModel implements AutoCloseable {
    /// The room that is open first: every server has it.
    private static final RoomId FIRST = RoomId.LOBBY;

    private final FxContext context;
    private final FxBatcher<Event> batcher;
    private final ConnectionModel connection;
    private final PeopleModel people;
    private final ObservableList<Presence> others;
    private final RoomListModel rooms;
    private final Arrivals arrivals;
    private final RoomNotes notes;
    private final ChatCommands commands;
    private final RoomCommands roomCommands;
    private final RoomModels models = new RoomModels(this::made);
    private final HeldDeletions deletions;
    private final SessionEvents events;
    private final ReadOnlyObjectWrapper<RoomViewModel> open;
    private final ReadOnlyStringWrapper title;
    private final ReadOnlyStringWrapper ownName;
    private final BooleanProperty attentive = new SimpleBooleanProperty();
    private final Chat chat;
    private Optional<RoomId> awaited = Optional.empty();
    private boolean kept;
    private CompletionStage<?> left = new CompletableFuture<>();

    /// Starts to join a chat whose drafts nobody keeps.
    public SessionViewModel(ChatConnector connector, JoinRequest request, FxContext context) {
        this(connector, request, context, Drafts.NONE);
    }

    /// Starts to join.
    public SessionViewModel(
            ChatConnector connector, JoinRequest request, FxContext context, Drafts drafts) {
        this.context = context;
        connection = new ConnectionModel(context);
        people = new PeopleModel(new Person(new PersonId(""), request.name(), Role.GUEST));
        others = FXCollections.unmodifiableObservableList(people.others());
        rooms = new RoomListModel(people, FIRST);
        arrivals = new Arrivals(people);
        notes = new RoomNotes(rooms, drafts);
        ownName = new ReadOnlyStringWrapper(request.name());
        commands = new ChatCommands(this::chat, context);
        deletions = new HeldDeletions(commands, context, this::show);
        roomCommands = new RoomCommands(commands, context.clock(), this::openWhenKnown);
        open = new ReadOnlyObjectWrapper<>(models.open(FIRST));
        title = new ReadOnlyStringWrapper(room().name());
        events =
                new SessionEvents(
                        connection, people, rooms, models, notes, commands, deletions, this::gone);
        batcher =
                new FxBatcher<>(
                        context.fx(), FxBatcher.DEFAULT_BOUND, EventSubjects::subject, this::apply);
        chat = connector.join(request, batcher::add);
        open.get().session();
        attentive.subscribe(this::look);
    }

    RoomModels models() {
        return models;
    }

    private Chat chat() {
        return chat;
    }

    FxContext context() {
        return context;
    }

    /// What the chat calls itself; empty while that is not known, and where it has no name.
    public ReadOnlyStringProperty chatNameProperty() {
        return connection.chatName.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ConnectionState> connectionProperty() {
        return connection.state.getReadOnlyProperty();
    }

    /// While offline, the whole seconds to the next try; else 0.
    ReadOnlyIntegerProperty secondsToNextTryProperty() {
        return connection.secondsToNextTry.getReadOnlyProperty();
    }

    /// What can be done here; known once the chat was online.
    ReadOnlyObjectProperty<Optional<Capabilities>> capabilitiesProperty() {
        return connection.can.getReadOnlyProperty();
    }

    /// Whether the server says who is here.
    boolean tellsPeople() {
        return connection.can(Capabilities::people);
    }

    /// Whether there are rooms beside the first.
    boolean hasRooms() {
        return connection.can(Capabilities::rooms);
    }

    /// Whether there is a room that everyone is in: believed until the server is known.
    boolean hasLobby() {
        return connection.can.get().map(Capabilities::lobby).orElse(true);
    }

    /// What the room that is shown is called; where there is no room for all, it is the place where
    /// somebody is chosen.
    String roomName() {
        return hasLobby() || !isFirst(room()) ? room().name() : Texts.text("rail.direct");
    }

    /// Whether the room that is shown takes messages.
    boolean takesMessages(RoomItem item) {
        return item.isIn() && (hasLobby() || !item.id().equals(FIRST));
    }

    /// Whether the person can write to this one alone.
    boolean canWriteTo(PersonId person) {
        return canOpenRooms() || rooms.directWith(person).isPresent();
    }

    /// Whether something of this chat was told before its server answered: it was kept on this
    /// computer.
    public boolean hasKept() {
        return kept;
    }

    /// Whether what was said is there when the person comes back: here, or at the server.
    public boolean isKept() {
        return kept || connection.can(Capabilities::hasLog);
    }

    /// Whether the chat has ended, and does not come back by itself.
    public boolean isOver() {
        return switch (connection.state.get()) {
            case ConnectionState.Refused _, ConnectionState.Closed _ -> true;
            case ConnectionState.Connecting _,
                    ConnectionState.Entering _,
                    ConnectionState.CatchingUp _,
                    ConnectionState.Online _,
                    ConnectionState.Offline _ ->
                    false;
        };
    }

    /// Messages of others, in all rooms, that came while nobody was looking.
    public ReadOnlyIntegerProperty unreadProperty() {
        return rooms.totalProperty();
    }

    /// What was said last in any of the person's rooms.
    public ReadOnlyObjectProperty<Optional<LastSaid>> lastSaidProperty() {
        return rooms.latestProperty();
    }

    /// How many of the unread messages call the person.
    public ReadOnlyIntegerProperty callsProperty() {
        return rooms.callsProperty();
    }

    /// Whether the latest messages of the open room are being looked at; the view says so.
    BooleanProperty attentiveProperty() {
        return attentive;
    }

    RoomListModel rooms() {
        return rooms;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    /// The room that is shown.
    ReadOnlyObjectProperty<RoomViewModel> openProperty() {
        return open.getReadOnlyProperty();
    }

    RoomViewModel room() {
        return open.get();
    }

    /// The room that is shown, as the list has it.
    RoomItem openItem() {
        return rooms.item(room().id()).orElseThrow();
    }

    /// What the person may do in the room that is shown; empty until the list knows it.
    Optional<RoomRights> rights() {
        return rooms.item(room().id()).map(this::rights);
    }

    private RoomRights rights(RoomItem item) {
        return new RoomRights(item, room().standings(), people.you(), item.id().equals(FIRST));
    }

    RoomCommands roomCommands() {
        return roomCommands;
    }

    /// Whether the person can open rooms and conversations of two.
    public boolean canOpenRooms() {
        return hasRooms() && people.you().role() != Role.GUEST;
    }

    /// Shows the conversation with somebody, which may begin with that.
    void openDirect(PersonId with) {
        rooms.directWith(with).ifPresentOrElse(this::open, () -> roomCommands.openDirect(with));
    }

    /// Shows a room now, or as soon as the server tells of it.
    private void openWhenKnown(RoomId id) {
        if (rooms.item(id).isPresent()) {
            open(id);
        } else {
            awaited = Optional.of(id);
        }
    }

    /// Shows the room `by` places further down the list, round its end.
    void openNext(int by) {
        rooms.beyond(room().id(), by).ifPresent(this::open);
    }

    /// What the room that is shown is called.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// Whether this is the room that every server has.
    boolean isFirst(RoomViewModel room) {
        return isFirst(room.id());
    }

    boolean isFirst(RoomId room) {
        return room.equals(FIRST);
    }

    /// Shows a room.
    void open(RoomId id) {
        if (!room().id().equals(id)) {
            attentive.set(false);
            RoomViewModel before = room();
            RoomViewModel next = models.open(id);
            next.session();
            models.touch(before.id());
            notes.turn(before, next);
            open.set(next);
            flush();
        }
    }

    /// Whether anyone else is here or has written.
    public boolean hasOthers() {
        return !people.others().isEmpty()
                || models.opened().stream().anyMatch(RoomViewModel::isWrittenInByOthers);
    }

    /// Everyone else: see [PeopleModel#others].
    ObservableList<Presence> others() {
        return others;
    }

    /// Whether [#others] may be shown: the client knows who is here only while it is connected.
    boolean knowsOthers() {
        return connection.isInside() || !people.areTold();
    }

    PeopleModel people() {
        return people;
    }

    /// The person's name, as the host gave it.
    ReadOnlyStringProperty ownNameProperty() {
        return ownName.getReadOnlyProperty();
    }

    HeldDeletions deletions() {
        return deletions;
    }

    ChatCommands commands() {
        return commands;
    }

    public void reconnectNow() {
        chat.reconnectNow();
    }

    /// Leaves the chat, once what was held back is done or has waited for a moment. Idempotent.
    @Override
    public void close() {
        CompletionStage<?> said = deletions.end(connection.isOnline());
        batcher.close();
        connection.stop();
        models.close();
        left = said.thenRun(chat::close);
    }

    /// Completes, on any thread, when the chat was left.
    public CompletionStage<?> left() {
        return left;
    }

    private RoomViewModel made(RoomId id) {
        return new RoomViewModel(
                id, commands, deletions, people, rooms, connection, context, notes.drafts());
    }

    /// Shows messages in place of what was shown of them.
    private void show(List<Message> messages) {
        messages.forEach(events::changed);
        flush();
    }

    private void apply(List<Event> batch) {
        for (Event event : batch) {
            kept |= connection.can.get().isEmpty() && EventSubjects.isOfTheChat(event);
            events.apply(event);
        }
        batch.forEach(arrivals::take);
        flush();
        arrivals.flush();
    }

    /// Each list and property changes once, however much was told, and of the rooms only those that
    /// the batch touched.
    private void flush() {
        people.flush();
        ownName.set(Shown.name(people.you()));
        if (!attentive.get() || !connection.isOnline()) {
            noteUnread(room());
        }
        rooms.flush(attentive.get() ? Optional.of(room().id()) : Optional.empty());
        title.set(roomName());
        List<RoomViewModel> touched = models.takeTouched();
        touched.forEach(RoomViewModel::flush);
        look();
        touched.forEach(model -> model.timeline().showSeen());
        awaited.filter(id -> rooms.item(id).isPresent())
                .ifPresent(
                        id -> {
                            awaited = Optional.empty();
                            open(id);
                        });
    }

    private void noteUnread(RoomViewModel model) {
        if (notes.noteUnread(model)) {
            models.touch(model.id());
        }
    }

    private void gone(RoomId id) {
        if (room().id().equals(id)) {
            String name = rooms.item(id).map(RoomItem::name).orElse("");
            open(FIRST);
            commands.complain(Texts.text("room.gone", name));
        }
    }

    private void look() {
        if (attentive.get()) {
            rooms.flush(Optional.of(room().id()));
            room().timeline().look();
            if (connection.isOnline()) {
                room().timeline().looked();
            }
        }
    }
}
