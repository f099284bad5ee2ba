package dev.hearth.ui.chat;

import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import java.util.List;
import java.util.Optional;

/// What the events of a chat are about. Stateless.
final class EventSubjects {
    private EventSubjects() {}

    /// What a later event may say anew while an earlier one still waits.
    static Optional<?> subject(Event event) {
        return switch (event) {
            case Event.MessageChanged(Message message) -> Optional.of(message.id());
            case Event.ReadUpTo(RoomId room, PersonId person, long _) ->
                    Optional.of(List.of("read", room, person));
            case Event.Typing(RoomId room, Person person) ->
                    Optional.of(List.of("typing", room, person));
            case Event _ -> Optional.empty();
        };
    }

    /// Whether it tells of the chat itself, not of the way to it.
    static boolean isOfTheChat(Event event) {
        return event instanceof Event.Entered
                || event instanceof Event.RoomsChanged
                || event instanceof Event.MessageAdded;
    }
}
