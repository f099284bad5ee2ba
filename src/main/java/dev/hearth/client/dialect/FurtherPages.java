package dev.hearth.client.dialect;

import dev.hearth.client.replica.RoomReplicas;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.Answers;
import dev.hearth.protocol.Events;
import dev.hearth.protocol.Listings.PeopleAfter;
import dev.hearth.protocol.Listings.PeoplePage;
import dev.hearth.protocol.Listings.RoomPage;
import dev.hearth.protocol.Listings.RoomsAfter;
import dev.hearth.protocol.Refusal;
import dev.hearth.protocol.Welcome;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Fetches the rooms and people for which a welcome had no place: page after page, one at a time,
/// while everything else goes on. Confined to the chat's loop.
///
/// It stops after [#PAGES] of each, so a host that lists without end costs a bounded time and
/// memory. What is beyond them is told when something happens to it.
final class FurtherPages {
    /// 5,000 rooms, and 5,000 people.
    static final int PAGES = 25;

    private final DialectContext context;
    private final RoomReplicas rooms;
    private final Presences presences;

    /// Counts connections: what was asked in an earlier one counts no more.
    private int connection;

    FurtherPages(DialectContext context, RoomReplicas rooms, Presences presences) {
        this.context = context;
        this.rooms = rooms;
        this.presences = presences;
    }

    void entered(Welcome welcome) {
        connection++;
        if (welcome.more().rooms()) {
            rooms(Optional.empty(), new HashSet<>(), PAGES);
        }
        if (welcome.more().people()) {
            people(Optional.empty(), new HashSet<>(), PAGES);
        }
    }

    void cut() {
        connection++;
    }

    private void rooms(Optional<RoomId> after, Set<RoomId> seen, int left) {
        ask(
                Events.ROOMS,
                new RoomsAfter(after).toMap(),
                answer -> {
                    RoomPage page = RoomPage.read(answer);
                    List<RoomId> ids = page.rooms().stream().map(RoomHead::id).toList();
                    boolean isNew = seen.addAll(ids);
                    rooms.listed(page.rooms());
                    if (!page.more()) {
                        rooms.allListed(seen);
                    } else if (left > 1 && isNew) {
                        rooms(Optional.of(ids.getLast()), seen, left - 1);
                    }
                });
    }

    private void people(Optional<PersonId> after, Set<PersonId> seen, int left) {
        ask(
                Events.PEOPLE,
                new PeopleAfter(after, Optional.empty()).toMap(),
                answer -> {
                    PeoplePage page = PeoplePage.read(answer);
                    List<PersonId> ids =
                            page.people().stream()
                                    .map(Presence::person)
                                    .map(person -> person.id())
                                    .toList();
                    boolean isNew = seen.addAll(ids);
                    presences.changed(page.people());
                    if (!page.more()) {
                        presences.keepOnly(seen);
                    } else if (left > 1 && isNew) {
                        people(Optional.of(ids.getLast()), seen, left - 1);
                    }
                });
    }

    /// Asks, and where the host says to come again later does so.
    private void ask(String event, Map<String, Object> fields, Consumer<Map<?, ?>> then) {
        int now = connection;
        context.emit(
                event,
                new Object[] {fields},
                said -> {
                    if (connection == now) {
                        answered(event, fields, said, then);
                    }
                });
    }

    private void answered(
            String event,
            Map<String, Object> fields,
            List<@Nullable Object> said,
            Consumer<Map<?, ?>> then) {
        Optional<Map<?, ?>> ok = Answers.ok(said);
        if (ok.isPresent()) {
            then.accept(ok.get());
            return;
        }
        int now = connection;
        Refusal.in(said)
                .flatMap(Refusal::retryAfter)
                .ifPresent(
                        wait ->
                                context.after(
                                        wait,
                                        () -> {
                                            if (connection == now) {
                                                ask(event, fields, then);
                                            }
                                        }));
    }
}
