package dev.hearth.ui.chat;

import dev.hearth.client.Chat;
import dev.hearth.client.ChatConnector;
import dev.hearth.client.JoinRequest;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.ServerKind;
import dev.hearth.ui.kit.FxBatcher;
import dev.hearth.ui.kit.FxContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/// A joined chat as the screen shows it. It exists from the moment of joining, before there is a
/// view, so that nothing that arrives is missed.
///
/// Events come on the chat's own thread and go through an [FxBatcher]; all else, the properties and
/// the one list among it, belongs to the FX thread.
public final class ChatViewModel implements AutoCloseable {
    private final FxContext context;
    private final JoinRequest request;
    private final Chat chat;
    private final FxBatcher<Event> batcher;
    private final ComposerViewModel composer;

    private final ObservableList<Message> messages = FXCollections.observableArrayList();
    private final MessageFold fold = new MessageFold(messages);
    private final ObservableList<Person> authors = FXCollections.observableArrayList();
    private final Set<Person> seenAuthors = new HashSet<>();
    private final ReadOnlyObjectWrapper<ConnectionState> connection =
            new ReadOnlyObjectWrapper<>(new ConnectionState.Connecting(1));
    private final ReadOnlyObjectWrapper<Optional<ServerKind>> server =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper secondsToNextTry = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final BooleanProperty attentive = new SimpleBooleanProperty();
    private Subscription countdown = Subscription.EMPTY;

    /// Starts to join.
    public ChatViewModel(ChatConnector connector, JoinRequest request, FxContext context) {
        this.context = context;
        this.request = request;
        batcher = new FxBatcher<>(context.fx(), this::apply);
        chat = connector.join(request, batcher::add);
        composer = new ComposerViewModel(chat::send);
        attentive.subscribe(
                now -> {
                    if (now) {
                        unread.set(0);
                    }
                });
    }

    /// The whole timeline, oldest first. A burst of messages is one change.
    public ObservableList<Message> messages() {
        return FXCollections.unmodifiableObservableList(messages);
    }

    public ReadOnlyObjectProperty<ConnectionState> connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    /// Messages of others that came while nobody was looking.
    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /// Whether the latest messages are being looked at; the view says so.
    public BooleanProperty attentiveProperty() {
        return attentive;
    }

    /// Everyone else who has written something, in the order of their first words. Empty where the
    /// server does not tell who speaks.
    public ObservableList<Person> authors() {
        return FXCollections.unmodifiableObservableList(authors);
    }

    /// The server's kind; known once the chat was online.
    ReadOnlyObjectProperty<Optional<ServerKind>> serverProperty() {
        return server.getReadOnlyProperty();
    }

    /// While offline, the whole seconds to the next try; else 0.
    ReadOnlyIntegerProperty secondsToNextTryProperty() {
        return secondsToNextTry.getReadOnlyProperty();
    }

    ComposerViewModel composer() {
        return composer;
    }

    public String ownName() {
        return request.name();
    }

    FxContext context() {
        return context;
    }

    void retry(EntryId id) {
        chat.retry(id);
    }

    void discard(EntryId id) {
        chat.discard(id);
    }

    public void reconnectNow() {
        chat.reconnectNow();
    }

    /// Leaves the chat. Idempotent.
    @Override
    public void close() {
        batcher.close();
        countdown.unsubscribe();
        chat.close();
    }

    private void apply(List<Event> events) {
        int news = 0;
        for (Event event : events) {
            switch (event) {
                case Event.MessageAdded(Message message) -> {
                    fold.add(message);
                    news += message.own() ? 0 : 1;
                    meet(message);
                }
                case Event.MessageChanged(Message message) -> fold.change(message);
                case Event.MessageRemoved(EntryId id) -> fold.remove(id);
                case Event.ConnectionChanged(ConnectionState state) -> changed(state);
                case Event.OlderMessages _,
                        Event.RoomReset _,
                        Event.Happened _,
                        Event.RoomsChanged _,
                        Event.RoomGone _,
                        Event.PeopleChanged _,
                        Event.Typing _,
                        Event.ReadUpTo _,
                        Event.Entered _,
                        Event.CommandFailed _ -> {}
            }
        }
        if (!attentive.get()) {
            unread.set(unread.get() + news);
        }
        fold.flush();
    }

    private void meet(Message message) {
        if (!message.own() && message.from().isKnown() && seenAuthors.add(message.from())) {
            authors.add(message.from());
        }
    }

    private void changed(ConnectionState state) {
        countdown.unsubscribe();
        secondsToNextTry.set(0);
        switch (state) {
            case ConnectionState.Online(ServerKind kind) -> {
                server.set(Optional.of(kind));
                composer.show(kind);
            }
            case ConnectionState.Offline(Instant nextTry, String reason) -> countDownTo(nextTry);
            case ConnectionState.Connecting connecting -> {}
            case ConnectionState.Entering entering -> {}
            case ConnectionState.CatchingUp catching -> {}
            case ConnectionState.Refused refused -> {}
            case ConnectionState.Closed closed -> {}
        }
        connection.set(state);
    }

    private void countDownTo(Instant nextTry) {
        Runnable tick =
                () -> {
                    long millis = Duration.between(context.clock().instant(), nextTry).toMillis();
                    secondsToNextTry.set((int) Math.max(0, (millis + 999) / 1_000));
                };
        tick.run();
        countdown = context.timers().every(Duration.ofMillis(250), tick);
    }
}
