package dev.hearth.ui.chat;

import dev.hearth.client.RoomSession;
import dev.hearth.model.Capabilities;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import dev.hearth.ui.composer.ComposerViewModel;
import dev.hearth.ui.kit.Drafts;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.people.PeopleModel;
import dev.hearth.ui.people.Writers;
import dev.hearth.ui.rooms.RoomItem;
import dev.hearth.ui.rooms.RoomListModel;
import dev.hearth.ui.rooms.RoomStandings;
import dev.hearth.ui.timeline.Item;
import dev.hearth.ui.timeline.MessageRequests;
import dev.hearth.ui.timeline.TimelineModel;
import java.util.List;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One room of a joined chat: timeline, composer with its draft, who is writing. It exists from the
/// first opening of the room on; the chat is asked for the room when it is used. FX thread only.
public final class RoomViewModel {
    private final RoomId id;
    private final ChatCommands chat;
    private final HeldDeletions deletions;
    private final PeopleModel people;
    private final RoomListModel rooms;
    private final ConnectionModel connection;
    private final MessageCommands commands;
    private final TimelineModel timeline;
    private final ComposerViewModel composer;
    private final Writers writers;
    private final ObservableList<Person> writing;
    private final ReadOnlyIntegerWrapper behind = new ReadOnlyIntegerWrapper();
    private final RoomStandings standings = new RoomStandings();
    private @Nullable RoomSession session;
    private long endOfLog;

    RoomViewModel(
            RoomId id,
            ChatCommands chat,
            HeldDeletions deletions,
            PeopleModel people,
            RoomListModel rooms,
            ConnectionModel connection,
            FxContext context,
            Drafts drafts) {
        this.id = id;
        this.chat = chat;
        this.deletions = deletions;
        this.people = people;
        this.rooms = rooms;
        this.connection = connection;
        commands = new MessageCommands(chat, id, this::session);
        timeline = new TimelineModel(people, context, new Requests(), rooms.unreadProperty(id));
        composer = new ComposerViewModel(commands::send, () -> session().typing());
        composer.restore(drafts.draft(id.value()));
        composer.textProperty().subscribe(() -> drafts.keep(id.value(), composer.unsent()));
        writers = new Writers(context.timers());
        writing = FXCollections.unmodifiableObservableList(writers.writing());
        rooms.item(id).ifPresent(item -> endOfLog = item.head().lastSeq());
        serverKnown();
    }

    RoomId id() {
        return id;
    }

    /// Opens the room at the chat; what is kept of it arrives as events from then on.
    RoomSession session() {
        if (session == null) {
            session = chat.chat().room(id);
        }
        return session;
    }

    TimelineModel timeline() {
        return timeline;
    }

    ComposerViewModel composer() {
        return composer;
    }

    MessageCommands commands() {
        return commands;
    }

    /// Who was given which role here, and who is muted.
    RoomStandings standings() {
        return standings;
    }

    ObservableList<Person> writing() {
        return writing;
    }

    /// Messages of others that came while nobody was looking.
    ReadOnlyIntegerProperty unreadProperty() {
        return rooms.unreadProperty(id);
    }

    /// How many entries are still to come in while catching up; 0 when that is not known.
    ReadOnlyIntegerProperty behindProperty() {
        return behind.getReadOnlyProperty();
    }

    /// What the room is called in a sentence.
    String name() {
        return rooms.item(id).map(RoomItem::name).orElse("");
    }

    /// Puts the person's own last message into the composer, if it can be edited.
    void editLast() {
        if (connection.can(Capabilities::edits)) {
            timeline.lastEditable().ifPresent(composer::edit);
        }
    }

    /// @return whether it is new here
    boolean added(Message message) {
        boolean fresh = timeline.added(message);
        if (fresh && !message.own()) {
            writers.stopped(message.from().id());
        }
        return fresh;
    }

    void changed(Message message) {
        if (timeline.changed(message)) {
            composer.changed(message);
        }
    }

    void removed(EntryId message) {
        timeline.removed(message);
    }

    void prepended(List<Message> messages, boolean more) {
        timeline.prepended(messages, more);
    }

    void happened(Entry entry) {
        standings.happened(entry);
        timeline.happened(entry);
    }

    void writes(Person person) {
        writers.writes(person);
    }

    void readBy(PersonId person, long seq) {
        timeline.readBy(person, seq);
    }

    /// Whether anyone else has written here, as far as it was told.
    boolean isWrittenInByOthers() {
        return timeline.items().stream()
                .anyMatch(item -> item instanceof Item.Said said && !said.message().own());
    }

    void renamed() {
        timeline.renamed();
    }

    void reset() {
        endOfLog = 0;
        standings.clear();
        timeline.reset();
    }

    /// The server counts from the beginning again.
    void beginsAgain() {
        endOfLog = 0;
        timeline.beginsAgain();
    }

    /// The room's log goes on to `seq`.
    void goesOnTo(long seq) {
        endOfLog = Math.max(endOfLog, seq);
    }

    void connectionChanged() {
        serverKnown();
        if (connection.isOnline()) {
            timeline.online();
        } else {
            writers.clear();
        }
    }

    private void serverKnown() {
        connection.can.get().ifPresent(composer::show);
        timeline.serverKnown(connection.can(Capabilities::hasLog));
        if (connection.isOnline()) {
            timeline.online();
        }
    }

    void flush() {
        OptionalLong reached = timeline.newest();
        // Where nothing is held yet, the server gives the end of the log, not all of it.
        behind.set(
                reached.isEmpty()
                        ? 0
                        : Math.clamp(endOfLog - reached.getAsLong(), 0, Integer.MAX_VALUE));
        timeline.flush();
    }

    void close() {
        writers.clear();
    }

    private boolean moderates() {
        return rooms.item(id)
                .map(item -> new RoomRights(item, standings, people.you(), id.equals(RoomId.LOBBY)))
                .filter(RoomRights::canModerate)
                .isPresent();
    }

    private final class Requests implements MessageRequests {
        @Override
        public boolean canEdit() {
            return connection.can(Capabilities::edits);
        }

        @Override
        public boolean canDelete(Message message) {
            return message.own() || moderates();
        }

        @Override
        public boolean hasHistory() {
            return connection.can(Capabilities::history);
        }

        @Override
        public String roomName() {
            return name();
        }

        @Override
        public void showOlder() {
            session().showOlder();
        }

        @Override
        public void read(long seq) {
            session().read(seq);
        }

        @Override
        public void retry(EntryId message) {
            commands.retry(message);
        }

        @Override
        public void discard(EntryId message) {
            commands.discard(message);
        }

        @Override
        public void toggle(Message message, String emoji) {
            commands.toggle(message, emoji, people.you().id());
        }

        @Override
        public void delete(List<Message> messages) {
            deletions.delete(messages);
        }

        @Override
        public boolean undoDeletion() {
            return deletions.undo();
        }

        @Override
        public void reply(Message message) {
            composer.reply(message);
        }

        @Override
        public void edit(Message message) {
            composer.edit(message);
        }
    }
}
