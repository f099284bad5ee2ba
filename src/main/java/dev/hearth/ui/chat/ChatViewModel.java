package dev.hearth.ui.chat;

import dev.hearth.client.Chat;
import dev.hearth.client.ChatConnector;
import dev.hearth.client.JoinRequest;
import dev.hearth.model.Capabilities;
import dev.hearth.model.Command;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.FailureText;
import dev.hearth.model.Message;
import dev.hearth.model.Message.Details;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.ui.kit.FxBatcher;
import dev.hearth.ui.kit.FxContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A joined chat as the screen shows it: its lobby. It exists from the moment of joining, before
/// there is a view, so that nothing that arrives is missed.
///
/// Events come on the chat's own thread and go through an [FxBatcher]; all else, the properties and
/// the one list among it, belongs to the FX thread.
public final class ChatViewModel implements AutoCloseable {
    private final FxContext context;
    private final Chat chat;
    private final FxBatcher<Event> batcher;
    private final ComposerViewModel composer;
    private final ConnectionModel connection;
    private final TimelineItems timeline = new TimelineItems();
    private final PeopleModel people;
    private final Writers writers;

    // Made once: each of these views is a listener of its list.
    private final ObservableList<Item> items;
    private final ObservableList<Presence> others;
    private final ObservableList<Person> writing;

    private final ReadMarksModel marks = new ReadMarksModel();
    private final MessageCommands deeds;
    private final RedrawRequests looks = new RedrawRequests();
    private final ReadOnlyObjectWrapper<OlderStep> older =
            new ReadOnlyObjectWrapper<>(OlderStep.NONE);
    private final ReadOnlyStringWrapper ownName;
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final BooleanProperty attentive = new SimpleBooleanProperty();
    private Optional<ReadMarksModel.Seen> seen = Optional.empty();
    private OptionalLong newest = OptionalLong.empty();
    private boolean kept;

    /// What [#unreadProperty] will be after the batch that is being applied.
    private int news;

    /// Starts to join.
    public ChatViewModel(ChatConnector connector, JoinRequest request, FxContext context) {
        this.context = context;
        connection = new ConnectionModel(context);
        writers = new Writers(context.timers());
        people = new PeopleModel(new Person(new PersonId(""), request.name(), Role.GUEST));
        ownName = new ReadOnlyStringWrapper(request.name());
        items = FXCollections.unmodifiableObservableList(timeline.items());
        others = FXCollections.unmodifiableObservableList(people.others());
        writing = FXCollections.unmodifiableObservableList(writers.writing());
        batcher =
                new FxBatcher<>(
                        context.fx(), FxBatcher.DEFAULT_BOUND, ChatViewModel::subject, this::apply);
        chat = connector.join(request, batcher::add);
        deeds = new MessageCommands(chat, context);
        composer = new ComposerViewModel(deeds::send, () -> chat.typing(RoomId.LOBBY));
        attentive.subscribe(this::look);
    }

    /// The whole timeline, oldest first. A burst of messages is one change.
    ObservableList<Item> items() {
        return items;
    }

    public ReadOnlyObjectProperty<ConnectionState> connectionProperty() {
        return connection.state.getReadOnlyProperty();
    }

    /// Whether something of this chat was told before its server answered: it was kept on this
    /// computer.
    public boolean hasKept() {
        return kept;
    }

    /// Messages of others that came while nobody was looking.
    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /// Whether the latest messages are being looked at; the view says so.
    public BooleanProperty attentiveProperty() {
        return attentive;
    }

    /// Whether anyone else is here or has written.
    public boolean hasOthers() {
        return !people.others().isEmpty()
                || timeline.items().stream()
                        .anyMatch(item -> item instanceof Item.Said said && !said.message().own());
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

    /// What can be done here; known once the chat was online.
    ReadOnlyObjectProperty<Optional<Capabilities>> capabilitiesProperty() {
        return connection.can.getReadOnlyProperty();
    }

    /// Whether messages can be answered, edited, deleted and reacted to here.
    boolean canEdit() {
        return connection.can(Capabilities::edits);
    }

    /// Whether the server says who is here.
    boolean tellsPeople() {
        return connection.can(Capabilities::people);
    }

    private boolean hasOlder() {
        return connection.can(Capabilities::history);
    }

    /// While offline, the whole seconds to the next try; else 0.
    ReadOnlyIntegerProperty secondsToNextTryProperty() {
        return connection.secondsToNextTry.getReadOnlyProperty();
    }

    /// How many entries are still to come in while catching up; 0 when that is not known.
    ReadOnlyIntegerProperty behindProperty() {
        return connection.behind.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<OlderStep> olderProperty() {
        return older.getReadOnlyProperty();
    }

    ObservableList<Person> writing() {
        return writing;
    }

    ComposerViewModel composer() {
        return composer;
    }

    MessageCommands deeds() {
        return deeds;
    }

    RedrawRequests looks() {
        return looks;
    }

    /// One's own name, as the host gave it.
    ReadOnlyStringProperty ownNameProperty() {
        return ownName.getReadOnlyProperty();
    }

    FxContext context() {
        return context;
    }

    Optional<Message> message(EntryId id) {
        return timeline.message(id);
    }

    int indexOf(EntryId id) {
        return timeline.indexOf(id);
    }

    /// Who has seen this message; empty for all but the person's own last one.
    Set<PersonId> seenBy(Message message) {
        return seen.filter(mark -> mark.message().id().equals(message.id()))
                .map(ReadMarksModel.Seen::by)
                .orElse(Set.of());
    }

    /// Asks for a page of older messages, unless one is on its way or there are none.
    void showOlder() {
        if (older.get() == OlderStep.MORE && !timeline.items().isEmpty()) {
            older.set(OlderStep.LOADING);
            chat.showOlder(RoomId.LOBBY);
        }
    }

    /// Puts the person's own last message into the composer, if it can be edited.
    void editLast() {
        if (canEdit()) {
            timeline.lastEditable().ifPresent(composer::edit);
        }
    }

    public void reconnectNow() {
        chat.reconnectNow();
    }

    /// Leaves the chat. Idempotent.
    @Override
    public void close() {
        batcher.close();
        connection.stop();
        writers.clear();
        chat.close();
    }

    /// What a later event may say anew while an earlier one still waits.
    private static Optional<?> subject(Event event) {
        return switch (event) {
            case Event.MessageChanged(Message message) -> Optional.of(message.id());
            case Event.ReadUpTo(RoomId room, PersonId person, long _) ->
                    Optional.of(List.of("read", room, person));
            case Event.Typing(RoomId room, Person person) ->
                    Optional.of(List.of("typing", room, person));
            case Event _ -> Optional.empty();
        };
    }

    private void apply(List<Event> events) {
        news = unread.get();
        events.forEach(this::apply);
        // Once for all: the title of the window follows it.
        unread.set(attentive.get() ? 0 : news);
        people.flush();
        connection.flush();
        timeline.flush();
        looks.flush();
        look();
        showSeen();
        looks.flush();
    }

    private void apply(Event event) {
        kept |= connection.can.get().isEmpty() && isOfTheChat(event);
        switch (event) {
            case Event.MessageAdded(Message message) when isHere(message.room()) -> added(message);
            case Event.MessageChanged(Message message) when isHere(message.room()) ->
                    changed(message);
            case Event.MessageRemoved(EntryId id) -> timeline.remove(id);
            case Event.OlderMessages(RoomId room, List<Message> messages, boolean more)
                    when isHere(room) ->
                    prepend(messages, more);
            case Event.RoomReset(RoomId room) when isHere(room) -> reset();
            case Event.Happened(Entry entry) when isHere(entry.room()) -> happened(entry);
            case Event.RoomsChanged(var rooms) ->
                    rooms.stream()
                            .filter(room -> isHere(room.id()))
                            .forEach(room -> connection.roomHas(room.lastSeq()));
            case Event.PeopleChanged(List<Presence> changed) -> rename(people.change(changed));
            case Event.Typing(RoomId room, Person person) when isHere(room) ->
                    writers.writes(person);
            case Event.ReadUpTo(RoomId room, PersonId person, long seq) when isHere(room) ->
                    marks.heard(person, seq);
            case Event.Entered(Person you) -> {
                people.entered(you);
                ownName.set(Shown.name(you));
                rename(Set.of(you.id()));
            }
            case Event.CommandFailed(Command command, var code, String reason) ->
                    deeds.failed(command, FailureText.of(code, reason));
            case Event.Noticed(String sentence) -> deeds.complain(sentence);
            case Event.ConnectionChanged(ConnectionState state) -> connected(state);
            case Event.MessageAdded elsewhere -> {}
            case Event.MessageChanged elsewhere -> {}
            case Event.OlderMessages elsewhere -> {}
            case Event.RoomReset elsewhere -> {}
            case Event.Happened elsewhere -> {}
            case Event.RoomGone elsewhere -> {}
            case Event.Typing elsewhere -> {}
            case Event.ReadUpTo elsewhere -> {}
        }
    }

    private static boolean isOfTheChat(Event event) {
        return event instanceof Event.Entered
                || event instanceof Event.RoomsChanged
                || event instanceof Event.MessageAdded;
    }

    private static boolean isHere(RoomId room) {
        return room.equals(RoomId.LOBBY);
    }

    private void added(Message message) {
        if (timeline.add(message) && !message.own()) {
            news++;
            writers.stopped(message.from().id());
        }
        people.meet(message);
        reached(message.seq());
    }

    private void changed(Message message) {
        Optional<Message> before = timeline.change(message);
        reached(message.seq());
        if (before.isPresent() && !said(before.get()).equals(said(message))) {
            looks.changed(answers(Set.of(message.id())));
            composer.changed(message);
        }
    }

    /// What a quotation shows of a message.
    private static List<Object> said(Message message) {
        Details details = message.details();
        return List.of(message.text(), details.deleted());
    }

    private static Predicate<Item> answers(Set<EntryId> ids) {
        return item ->
                item instanceof Item.Said said
                        && said.message().details().replyTo().filter(ids::contains).isPresent();
    }

    private void prepend(List<Message> messages, boolean more) {
        timeline.prepend(messages);
        messages.forEach(people::meet);
        older.set(more ? OlderStep.MORE : OlderStep.BEGINNING);
        messages.forEach(message -> reached(message.seq()));
        looks.changed(
                answers(
                        messages.stream()
                                .map(Message::id)
                                .collect(java.util.stream.Collectors.toSet())));
    }

    private void reset() {
        timeline.reset();
        marks.clear();
        connection.forget();
        newest = OptionalLong.empty();
        news = 0;
        older.set(hasOlder() ? OlderStep.MORE : OlderStep.NONE);
    }

    private void happened(Entry entry) {
        reached(OptionalLong.of(entry.seq()));
        if (RoomEventText.areTold(entry.payload())) {
            timeline.note(entry);
        }
    }

    private void reached(OptionalLong seq) {
        if (seq.isPresent()) {
            connection.reached(seq.getAsLong());
            newest = OptionalLong.of(Math.max(newest.orElse(0), seq.getAsLong()));
        }
    }

    private void rename(Set<PersonId> renamed) {
        if (!renamed.isEmpty()) {
            looks.changed(item -> true);
        }
    }

    private void connected(ConnectionState state) {
        connection.become(state);
        connection.can.get().ifPresent(composer::show);
        timeline.ordered(connection.can(Capabilities::hasLog));
        if (state instanceof ConnectionState.Online) {
            // What was asked for before a cut may never be answered.
            boolean open = older.get() == OlderStep.NONE || older.get() == OlderStep.LOADING;
            if (open) {
                older.set(hasOlder() ? OlderStep.MORE : OlderStep.NONE);
            }
        } else {
            writers.clear();
        }
    }

    private void look() {
        if (!attentive.get()) {
            return;
        }
        unread.set(0);
        if (newest.isPresent() && marks.readOneself(newest.getAsLong())) {
            chat.read(RoomId.LOBBY, newest.getAsLong());
        }
    }

    private void showSeen() {
        Optional<ReadMarksModel.Seen> now =
                timeline.lastOwn().flatMap(last -> marks.seen(last, people.you().id()));
        if (!now.equals(seen)) {
            Set<EntryId> touched =
                    java.util.stream.Stream.of(seen, now)
                            .flatMap(Optional::stream)
                            .map(mark -> mark.message().id())
                            .collect(java.util.stream.Collectors.toSet());
            seen = now;
            looks.changed(item -> touched.contains(item.id()));
        }
    }
}
