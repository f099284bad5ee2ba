package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.Entry;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.RoomActivity;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.Events;
import dev.hearth.testkit.Patience;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How far a person has read: here, on the disk and at the host.
final class ReadMarksTest extends OnScriptedHost {
    private List<Long> marksAtTheHost() {
        return host.asked(Events.READ).stream()
                .map(each -> each.fields().get("seq"))
                .map(Number.class::cast)
                .map(Number::longValue)
                .toList();
    }

    private void awaitMarkAtTheHost(long seq) {
        Patience.await().until(this::marksAtTheHost, marks -> marks.contains(seq));
    }

    private static RoomActivity awaitRead(Joined joined, long seq) {
        return joined.awaitActivity(RoomId.LOBBY, it -> it.readSeq() == seq);
    }

    @Test
    void whatWasReadOfflineIsSentAfterARestart() {
        host.posts(5);
        int port = host.port();
        List<Entry> log = host.log();
        try (Joined ada = join()) {
            ada.awaitMessages(5);
        }
        host.close();
        try (Joined ada = Joined.to(request(), kept)) {
            ada.awaitMessages(5);
            ada.lobby().read(4);
            awaitRead(ada, 4);
        }
        host = new ScriptedHost(port);
        log.forEach(each -> host.log(each.id(), each.from(), each.payload()));
        try (Joined ada = join()) {
            awaitMarkAtTheHost(4);
            assertThat(awaitRead(ada, 4).unread()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void whatWasReadDuringAnOutageIsSentOnceAfterIt() {
        host.posts(5);
        try (Joined ada = join()) {
            ada.awaitMessages(5);
            ada.lobby().read(2);
            awaitMarkAtTheHost(2);
            restart("epoch-1");
            ada.await(ConnectionState.Offline.class);
            ada.lobby().read(3);
            ada.lobby().read(4);
            ada.chat().reconnectNow();
            awaitMarkAtTheHost(4);
            assertThat(marksAtTheHost()).containsExactly(4L);
        }
    }

    @Test
    void anotherLogBeginsUnread() {
        host.posts(5);
        try (Joined ada = join()) {
            ada.awaitMessages(5);
            ada.lobby().read(5);
            awaitMarkAtTheHost(5);
            int port = host.port();
            host.close();
            ada.await(ConnectionState.Offline.class);
            host = new ScriptedHost(port).is("host-1", "epoch-2");
            host.log(ScriptedHost.BOB, new Posted("first of the other log"));
            host.log(ScriptedHost.BOB, new Posted("second of the other log"));
            ada.chat().reconnectNow();
            ada.awaitActivity(RoomId.LOBBY, it -> it.lastSeq() == 2 && it.unread() == 2);
            assertThat(awaitRead(ada, 0).unread()).isEqualTo(2);
            ada.lobby().read(1);
            awaitMarkAtTheHost(1);
            assertThat(marksAtTheHost()).containsExactly(1L);
        }
    }

    @Test
    void marksInRoomsThatAreNotKnownAreForgotten() {
        RoomId unknown = new RoomId("unknown");
        try (Joined ada = join()) {
            host.emit(Events.READ, Map.of("room", unknown.value(), "person", "ada", "seq", 7L));
            ada.chat().room(RoomId.LOBBY).read(0);
            host.say(ScriptedHost.BOB, new Posted("said after it"));
            ada.awaitActivity(RoomId.LOBBY, it -> it.unread() == 1);
            assertThat(ada.activity(unknown)).isEmpty();
        }
    }
}
