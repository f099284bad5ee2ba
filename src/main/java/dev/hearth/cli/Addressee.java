package dev.hearth.cli;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.Event;
import dev.hearth.model.FailureText;
import dev.hearth.model.Names;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Where a message of one command goes: into the room that everyone is in, or to somebody by name.
/// One thread.
final class Addressee {
    private final Optional<String> name;
    private final BlockingQueue<Event> events;
    private final long end;
    private String why = "";

    /// @param name empty for everyone
    /// @param end until when the person is waited for, as of `System.nanoTime`
    Addressee(Optional<String> name, BlockingQueue<Event> events, long end) {
        this.name = name;
        this.events = events;
        this.end = end;
    }

    /// @return empty when there is nobody; [#why] has the reason then
    Optional<RoomId> await() throws InterruptedException {
        if (name.isEmpty()) {
            return Optional.of(RoomId.LOBBY);
        }
        while (true) {
            @Nullable Event event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            switch (event) {
                case Event.RoomsChanged(var rooms) -> {
                    Optional<RoomId> found =
                            rooms.stream().filter(this::isWith).map(RoomHead::id).findFirst();
                    if (found.isPresent()) {
                        return found;
                    }
                }
                case Event.ConnectionChanged(ConnectionState.Refused refused) -> {
                    why = FailureText.of(refused.code(), refused.reason());
                    return Optional.empty();
                }
                case null -> {
                    why =
                            "not sent: there is nobody called “%s” to whom this server takes messages."
                                    .formatted(name.get());
                    return Optional.empty();
                }
                default -> {}
            }
        }
    }

    private boolean isWith(RoomHead room) {
        return room.kind() == RoomKind.DIRECT
                && Names.folded(room.name()).equals(Names.folded(name.orElseThrow()));
    }

    String why() {
        return why;
    }
}
