package dev.hearth.ui.chat;

import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.RoomActivity;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.ui.kit.Shown;
import dev.hearth.ui.people.PeopleModel;
import dev.hearth.ui.rooms.RoomListModel;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Hands each event of a chat to the models that it concerns. What they show of it changes when the
/// whole batch was handed out. FX thread only.
///
/// @param rooms the list of rooms
/// @param models the rooms that were opened
/// @param onGone runs before a room leaves the list
record SessionEvents(
        ConnectionModel connection,
        PeopleModel people,
        RoomListModel rooms,
        RoomModels models,
        RoomNotes notes,
        ChatCommands commands,
        HeldDeletions deletions,
        Consumer<RoomId> onGone) {
    void apply(Event event) {
        switch (event) {
            case Event.MessageAdded(Message message) -> added(deletions.shown(message));
            case Event.MessageChanged(Message message) -> changed(deletions.shown(message));
            case Event.MessageRemoved(EntryId id) -> models.removed(id);
            case Event.OlderMessages(RoomId room, List<Message> messages, boolean more) ->
                    older(room, messages.stream().map(deletions::shown).toList(), more);
            case Event.RoomReset(RoomId room) -> {
                models.reset(room);
                rooms.reset(room);
            }
            case Event.Happened(Entry entry) ->
                    models.touch(entry.room()).ifPresent(model -> model.happened(entry));
            case Event.RoomsChanged(List<RoomHead> heads) -> {
                rooms.changed(heads);
                heads.forEach(this::changed);
            }
            case Event.RoomGone(RoomId room) -> {
                onGone.accept(room);
                models.gone(room);
                rooms.gone(room);
            }
            case Event.ActivityChanged(List<RoomActivity> activities) -> active(activities);
            case Event.PeopleChanged(List<Presence> changed) -> rename(people.change(changed));
            case Event.Typing(RoomId room, Person person) ->
                    models.touch(room).ifPresent(model -> model.writes(person));
            case Event.ReadUpTo(RoomId room, PersonId person, long seq) -> read(room, person, seq);
            case Event.Entered(Person you) -> {
                people.entered(you);
                rename(Set.of(you.id()));
            }
            case Event.CommandFailed(var command, var code, String reason) ->
                    commands.failed(command, reason);
            case Event.ChatNamed(String name) -> connection.chatName.set(Shown.line(name));
            case Event.Noticed(String sentence) -> commands.complain(sentence);
            case Event.ConnectionChanged(var state) -> {
                connection.become(state);
                models.touchAll().forEach(RoomViewModel::connectionChanged);
            }
        }
    }

    /// A message is to be shown in place of what was shown of it.
    void changed(Message message) {
        models.changed(message);
        rooms.seen(message);
    }

    private void older(RoomId room, List<Message> messages, boolean more) {
        models.touch(room).ifPresent(model -> model.prepended(messages, more));
        messages.forEach(people::meet);
        messages.forEach(rooms::seen);
    }

    private void added(Message message) {
        if (models.added(message)) {
            rooms.added(message);
        } else {
            rooms.seen(message);
        }
        people.meet(message);
    }

    private void changed(RoomHead head) {
        models.touch(head.id())
                .ifPresentOrElse(
                        model -> model.goesOnTo(head.lastSeq()), () -> notes.noteDraft(head));
    }

    private void active(List<RoomActivity> activities) {
        for (RoomActivity activity : activities) {
            if (rooms.active(activity)) {
                models.touch(activity.room()).ifPresent(RoomViewModel::beginsAgain);
            }
            activity.last().map(deletions::shown).ifPresent(rooms::seen);
        }
    }

    private void read(RoomId room, PersonId person, long seq) {
        models.readBy(room, person, seq);
        if (person.equals(people.you().id())) {
            rooms.readUpTo(room, seq);
        }
    }

    private void rename(Set<PersonId> renamed) {
        if (!renamed.isEmpty()) {
            models.touchAll().forEach(RoomViewModel::renamed);
            rooms.renamed();
        }
    }
}
