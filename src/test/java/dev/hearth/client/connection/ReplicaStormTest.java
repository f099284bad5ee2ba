package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinedFolders;
import dev.hearth.model.Command;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Message;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Reacted;
import dev.hearth.model.RoomId;
import dev.hearth.testkit.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/// A host that tells entries late, twice, in any order or not at all, refuses and is cut off; a
/// chat that is left and joined again in the middle of it: in the end what is shown, live and from
/// the disk, is the fold of the log, and what was written is in it once.
final class ReplicaStormTest {
    private static final int STEPS = 400;

    @TempDir Path folder;
    private final ScriptedHost host = new ScriptedHost();
    private final Proxy proxy = Proxy.to(host.port());

    @AfterEach
    void close() {
        proxy.close();
        host.close();
    }

    @RepeatedTest(3)
    void onDisk() {
        storm(new Kept(folder), new Random().nextLong());
    }

    @RepeatedTest(2)
    void inMemory() {
        storm(JoinedFolders.NONE, new Random().nextLong());
    }

    private void storm(JoinedFolders folders, long seed) {
        System.out.println("ReplicaStormTest seed " + seed);
        Random random = new Random(seed);
        boolean onDisk = !folders.equals(JoinedFolders.NONE);
        List<Entry> late = new ArrayList<>();
        Set<String> written = new HashSet<>();
        Joined ada = join(folders);
        // Before the host is known what is written is kept nowhere.
        ada.online();
        try {
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(40)) {
                    case 0 -> cut(ada, random);
                    case 1 -> {
                        if (onDisk) {
                            ada.leave();
                            ada.await(ConnectionState.Closed.class);
                            ada = join(folders);
                        }
                    }
                    case 2 -> host.refuseNext(ErrorCode.BUSY, Optional.of(Duration.ofMillis(15)));
                    case 3 -> host.broadcast(random.nextBoolean());
                    case 4 -> host.tell(any(random));
                    case 5, 6, 7, 8, 9 -> {
                        String text = "own " + step;
                        written.add(text);
                        ada.lobby().send(text);
                    }
                    case 10 -> edit(ada, random);
                    case 11, 12, 13, 14 -> late.add(host.log(ScriptedHost.BOB, payload(random)));
                    case 15, 16 -> {
                        if (!late.isEmpty()) {
                            host.tell(late.remove(random.nextInt(late.size())));
                        }
                    }
                    case 17, 18 -> awaitOnline(ada);
                    case 19 -> {
                        awaitOnline(ada);
                        written.add("own said " + step);
                        EntryId id = ada.lobby().send("own said " + step);
                        ada.awaitDelivery(id, Delivery.Delivered.class);
                    }
                    default -> host.say(ScriptedHost.BOB, payload(random));
                }
            }
            settle(ada, written, "seed " + seed);
            if (onDisk) {
                ada.leave();
                ada.await(ConnectionState.Closed.class);
                proxy.cut();
                ada = Joined.to(new JoinRequest(proxy.address(), "Ada"), folders);
                shows(ada, "from disk, seed " + seed);
            }
        } finally {
            ada.close();
        }
    }

    private Joined join(JoinedFolders folders) {
        return Joined.to(new JoinRequest(proxy.address(), "Ada"), folders);
    }

    private void cut(Joined ada, Random random) {
        proxy.cut();
        if (random.nextBoolean()) {
            host.say(ScriptedHost.BOB, new Posted("while away"));
        }
        Patience.await()
                .until(
                        () ->
                                ada.chat().state() instanceof ConnectionState.Offline
                                        || ada.chat().state() instanceof ConnectionState.Refused);
        proxy.mend();
        ada.chat().reconnectNow();
    }

    private static void edit(Joined ada, Random random) {
        List<Message> shown = ada.confirmed();
        if (!shown.isEmpty()) {
            Message message = shown.get(random.nextInt(shown.size()));
            var _ =
                    ada.chat()
                            .submit(
                                    new Command.EditMessage(
                                            EntryId.next(System.nanoTime()),
                                            Optional.of(RoomId.LOBBY),
                                            message.id(),
                                            "edited by Ada"));
        }
    }

    private Entry any(Random random) {
        List<Entry> log = host.log();
        return log.isEmpty()
                ? host.log(ScriptedHost.BOB, new Posted("the first"))
                : log.get(random.nextInt(log.size()));
    }

    private Payload payload(Random random) {
        List<Entry> log = host.log();
        if (log.isEmpty() || random.nextBoolean()) {
            return new Posted("Bob's " + random.nextInt(1_000));
        }
        EntryId of = log.get(random.nextInt(log.size())).id();
        return switch (random.nextInt(6)) {
            case 0 -> new Deleted(of);
            case 1 -> new Payload.TopicSet("topic");
            case 2, 3 -> new Reacted(of, "🔥", random.nextBoolean());
            default -> new Edited(of, "edited " + log.size());
        };
    }

    private void settle(Joined ada, Set<String> written, String seed) {
        proxy.mend();
        ada.chat().reconnectNow();
        host.broadcast(true);
        awaitOnline(ada);
        ada.say("the last");
        shows(ada, seed);
        List<String> posted =
                host.log().stream()
                        .map(Entry::payload)
                        .filter(Posted.class::isInstance)
                        .map(each -> ((Posted) each).text())
                        .filter(text -> text.startsWith("own "))
                        .toList();
        assertThat(posted).as(seed).containsExactlyInAnyOrderElementsOf(written);
    }

    private static void awaitOnline(Joined ada) {
        Patience.await()
                .until(
                        () -> {
                            ada.chat().reconnectNow();
                            return ada.chat().state() instanceof ConnectionState.Online;
                        });
    }

    private void shows(Joined ada, String seed) {
        List<Message> expected =
                host.messages().stream()
                        .map(each -> Message.of(each, !each.from().equals(ScriptedHost.BOB)))
                        .toList();
        Patience.await()
                .untilAsserted(() -> assertThat(ada.confirmed()).as(seed).isEqualTo(expected));
        assertThat(ada.messages()).as(seed).hasSameSizeAs(expected);
    }
}
