package dev.hearth.client.connection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.model.Accepted;
import dev.hearth.model.Command;
import dev.hearth.model.Command.DeleteMessage;
import dev.hearth.model.Command.EditMessage;
import dev.hearth.model.Command.JoinRoom;
import dev.hearth.model.Command.OpenRoom;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.HistoryRequest.Where;
import dev.hearth.model.Message;
import dev.hearth.model.RoomActivity;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.model.SearchRequest;
import dev.hearth.testkit.Patience;
import dev.hearth.testkit.RealHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rooms that nobody has opened: what is told of them, and what is there once somebody opens them.
/// Ada has not opened the room in which Bob writes.
final class UnopenedRoomsTest {
    @TempDir Path folder;
    private @Nullable RealHost started;
    private @Nullable Proxy between;
    private @Nullable Joined writer;
    private RoomId room = RoomId.LOBBY;
    private int said;

    @BeforeEach
    void start() {
        started = RealHost.in(folder.resolve("host"));
        between = Proxy.to(started.address().getPort());
        writer = Joined.to(new JoinRequest(started.address(), "Bob")).online();
        room = done(bob(), new OpenRoom(id(), "cats", "", RoomKind.PUBLIC)).room();
        try (Joined ada = ada().online()) {
            ada.awaitRoom(room);
            done(ada, new JoinRoom(id(), room));
        }
    }

    @AfterEach
    void stop() {
        bob().close();
        way().close();
        host().close();
    }

    private RealHost host() {
        return requireNonNull(started);
    }

    private Proxy way() {
        return requireNonNull(between);
    }

    private Joined bob() {
        return requireNonNull(writer);
    }

    private Kept kept() {
        return requireNonNull(keptByAda);
    }

    private @Nullable Kept keptByAda;

    private Joined ada() {
        if (keptByAda == null) {
            keptByAda = new Kept(folder.resolve("ada"));
        }
        return Joined.to(new JoinRequest(way().address(), "Ada"), kept());
    }

    private static EntryId id() {
        return EntryId.next(System.currentTimeMillis());
    }

    private static Accepted done(Joined who, Command command) {
        return who.chat()
                .submit(command)
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    /// Bob writes what comes next: `1`, `2`, `3`.
    private void bobWrites(int count) {
        for (int i = 0; i < count; i++) {
            said++;
            bobWrites(Integer.toString(said));
        }
    }

    private Accepted bobWrites(String text) {
        return done(bob(), new PostMessage(id(), room, text));
    }

    private static boolean isLast(RoomActivity activity, String text) {
        return activity.last().map(Message::text).filter(text::equals).isPresent();
    }

    private RoomActivity awaitUnread(Joined ada, int unread) {
        return ada.awaitActivity(room, it -> it.unread() == unread);
    }

    private static List<String> numbers(int to) {
        return IntStream.rangeClosed(1, to).mapToObj(Integer::toString).toList();
    }

    @Test
    void whatCameAcrossACutAndARestartIsThereOnceInOrder() {
        Joined before = ada().online();
        bobWrites(30);
        awaitUnread(before, 30);
        way().cut();
        before.await(ConnectionState.Offline.class);
        bobWrites(30);
        way().mend();
        before.chat().reconnectNow();
        assertThat(awaitUnread(before, 60)).matches(it -> isLast(it, "60"));
        assertThat(before.told(room)).isEmpty();
        before.close();
        bobWrites(30);
        try (Joined ada = ada().online()) {
            awaitUnread(ada, 90);
            assertThat(ada.told(room)).isEmpty();
            ada.chat().room(room);
            Patience.await().until(() -> ada.told(room).size() >= 90);
            bobWrites(1);
            Patience.await().until(() -> ada.told(room).size() >= 91);
            assertThat(ada.texts(room)).isEqualTo(numbers(91));
            assertThat(ada.told(room)).doesNotHaveDuplicates().hasSize(91);
            assertThat(ada.events(Event.OlderMessages.class)).hasSize(1);
        }
    }

    @Test
    void aRoomThatIsOpenedAtOnceFillsAsItCatchesUp() {
        bobWrites(20);
        Joined ada = ada();
        ada.chat().room(room);
        try (ada) {
            Patience.await().until(() -> ada.told(room).size() >= 20);
            assertThat(ada.texts(room)).isEqualTo(numbers(20));
            assertThat(ada.told(room)).doesNotHaveDuplicates();
        }
    }

    @Test
    void whereNothingIsKeptTheHostIsAsked() {
        bobWrites(20);
        try (Joined eve = Joined.to(new JoinRequest(way().address(), "Eve")).online()) {
            eve.awaitRoom(room);
            done(eve, new JoinRoom(id(), room));
            eve.awaitActivity(room, it -> it.unread() == 20);
            assertThat(eve.told(room)).isEmpty();
            eve.chat().room(room);
            Patience.await().until(() -> eve.told(room).size() >= 20);
            assertThat(eve.texts(room)).isEqualTo(numbers(20));
        }
    }

    @Test
    void somebodyOutsideLooksIntoARoomByOpeningIt() {
        bobWrites(5);
        try (Joined eve = Joined.to(new JoinRequest(way().address(), "Eve")).online()) {
            eve.awaitRoom(room);
            eve.chat().room(room);
            Patience.await().until(() -> eve.told(room).size() >= 5);
            assertThat(eve.texts(room)).isEqualTo(numbers(5));
        }
    }

    /// Else the own message would stand there alone, and nobody could say what is around it.
    @Test
    void writingInARoomOpensIt() {
        Joined before = ada().online();
        bobWrites(10);
        awaitUnread(before, 10);
        before.close();
        try (Joined ada = ada().online()) {
            done(ada, new PostMessage(id(), room, "11"));
            Patience.await().until(() -> ada.texts(room).size() >= 11);
            assertThat(ada.texts(room)).isEqualTo(numbers(11));
            assertThat(ada.told(room)).doesNotHaveDuplicates();
        }
    }

    @Test
    void searchAndHistoryCoverUnopenedRoomsOffline() {
        Joined before = ada().online();
        bobWrites(3);
        bobWrites("a needle");
        awaitUnread(before, 4);
        before.close();
        way().cut();
        try (Joined ada = ada()) {
            ada.awaitRoom(room);
            var found = ada.chat().search(SearchRequest.of("needle", 10)).toCompletableFuture();
            assertThat(found.orTimeout(20, TimeUnit.SECONDS).join().hits().hits()).hasSize(1);
            HistoryRequest request = new HistoryRequest(room, new Where.Before(1_000), 50);
            var page = ada.chat().history(request).toCompletableFuture();
            assertThat(page.orTimeout(20, TimeUnit.SECONDS).join().messages())
                    .extracting(FoldedMessage::text)
                    .containsExactly("1", "2", "3", "a needle");
            assertThat(ada.told(room)).isEmpty();
        }
    }

    @Test
    void unreadFollowsWhatIsWrittenChangedAndReadAlsoOverARestartOffline() {
        Joined before = ada().online();
        bobWrites(3);
        EntryId called = id();
        done(bob(), new PostMessage(called, room, "@ada, look"));
        EntryId gone = id();
        done(bob(), new PostMessage(gone, room, "never mind"));
        long third = awaitUnread(before, 5).lastSeq() - 2;
        assertThat(before.activity(room)).get().returns(1, RoomActivity::mentions);
        before.chat().room(room).read(third);
        assertThat(awaitUnread(before, 2).readSeq()).isEqualTo(third);
        done(bob(), new DeleteMessage(id(), Optional.of(room), gone));
        awaitUnread(before, 1);
        done(bob(), new EditMessage(id(), Optional.of(room), called, "look"));
        before.awaitActivity(room, it -> it.mentions() == 0);
        before.close();
        way().cut();
        long last;
        try (Joined ada = ada()) {
            RoomActivity now = awaitUnread(ada, 1);
            assertThat(now.readSeq()).isEqualTo(third);
            assertThat(now.last()).get().matches(message -> message.details().deleted());
            last = now.lastSeq();
            ada.chat().room(room).read(last);
            awaitUnread(ada, 0);
        }
        try (Joined ada = ada()) {
            RoomActivity now = ada.awaitActivity(room, it -> it.last().isPresent());
            assertThat(now.unread()).isZero();
            assertThat(now.readSeq()).isEqualTo(last);
        }
    }
}
