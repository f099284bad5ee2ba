package dev.hearth.gateway;

import static dev.hearth.gateway.OpenHouse.id;
import static dev.hearth.gateway.OpenHouse.message;
import static dev.hearth.gateway.OpenHouse.ok;
import static dev.hearth.gateway.OpenHouse.request;
import static dev.hearth.gateway.OpenHouse.seqs;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.log.Batch;
import dev.hearth.log.StoredPerson;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.testkit.Patience;
import io.netty.util.internal.PlatformDependent;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever reads slowly, or from the beginning, costs bounded memory, holds up nobody, and ends up
/// with everything.
final class SlowReadersTest {
    private static final long BOUND = 32 << 20;
    private static final Duration LONG = Duration.ofMinutes(15);

    @TempDir Path folder;

    @Test
    void aReaderWhoStopsDuringTwentyMegabytes() throws InterruptedException {
        stopsDuring(20_000_000);
    }

    @Test
    @Tag("soak")
    void aReaderWhoStopsDuringAHundredMegabytes() throws InterruptedException {
        stopsDuring(100_000_000);
    }

    @Test
    void tenPagesReadTwentyThousandMessagesFromTheBeginning() throws InterruptedException {
        tenPages(20_000);
    }

    @Test
    @Tag("soak")
    void tenPagesReadAMillionMessagesFromTheBeginning() throws InterruptedException {
        tenPages(1_000_000);
    }

    @Test
    void whoIsRemovedWhileTheyDoNotReadStillGetsAllUpToThat() throws InterruptedException {
        try (OpenHouse house = new OpenHouse(folder);
                WireClient ann = house.enter("Ann");
                WireClient bob = house.enter("Bob")) {
            ok(bob.askNow("chat message", message("#lobby", "here")));
            String room =
                    ok(ann.askNow("open", request("name", "Plans", "kind", "private")))
                            .path("room")
                            .asText();
            ok(ann.askNow("invite", request("room", room, "person", id(bob))));
            ok(bob.askNow("join", request("room", room)));
            Patience.await().until(() -> seqs(bob, room).size() == 3);
            bob.pause();
            say(ann, room, 15_000_000);
            JsonNode kicked = ok(ann.askNow("kick", request("room", room, "person", id(bob))));
            say(ann, room, 100_000);
            bob.resume();
            bob.await("rooms", it -> it.path("gone").path(0).asText().equals(room));
            ok(bob.askNow("chat message", message("#lobby", "still here")));
            long last = kicked.path("seq").asLong();
            assertThat(seqs(bob, room)).isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
            assertThat(bob.heard("rooms").getLast().path("gone").path(0).asText()).isEqualTo(room);
        }
    }

    @Test
    void whoGoesAndComesBackWhileTheyDoNotReadMissesNothing() throws InterruptedException {
        try (OpenHouse house = new OpenHouse(folder);
                WireClient ann = house.enter("Ann");
                WireClient bob = house.enter("Bob")) {
            String room =
                    ok(ann.askNow("open", request("name", "Games", "kind", "public")))
                            .path("room")
                            .asText();
            ok(bob.askNow("join", request("room", room)));
            Patience.await().until(() -> seqs(bob, room).size() == 2);
            bob.pause();
            int said = say(ann, room, 15_000_000);
            bob.emit("leave", request("room", room));
            bob.emit("join", request("room", room));
            long last = said + 4L;
            Patience.await().until(() -> seqs(ann, room).contains(last));
            ok(ann.askNow("chat message", message(room, "end")));
            bob.resume();
            Patience.await().until(() -> seqs(bob, room).contains(last + 1));
            assertThat(seqs(bob, room))
                    .isEqualTo(LongStream.rangeClosed(1, last + 1).boxed().toList());
            List<JsonNode> heads =
                    bob.heard("rooms").stream().filter(it -> it.has("rooms")).toList();
            assertThat(heads.getLast().at("/rooms/0/membership").asText()).isEqualTo("member");
        }
    }

    private static int say(WireClient writer, String room, int bytes) throws InterruptedException {
        String text = "x".repeat(7_900);
        int messages = bytes / text.length();
        Semaphore window = new Semaphore(50);
        for (int n = 0; n < messages; n++) {
            window.acquire();
            var _ = writer.ask("chat message", message(room, text)).thenRun(window::release);
        }
        window.acquire(50);
        return messages;
    }

    private void stopsDuring(int bytes) throws InterruptedException {
        try (OpenHouse house = new OpenHouse(folder);
                Sequence slow = Sequence.hearth(house, 0);
                Sequence quick = Sequence.hearth(house, 0);
                WireClient writer = house.enter("Writer")) {
            writer.keepNothing();
            Chatter chatter = new Chatter(house);
            long before = memory();
            slow.client.pause();
            int messages = say(writer, "#lobby", bytes);
            quick.awaitAtLeast(messages);
            long after = memory();
            report("a reader stopped during " + bytes / 1_000_000 + " MB", before, after, chatter);
            assertThat(slow.last.get()).isLessThan(messages);
            assertThat(after - before).isLessThan(BOUND);
            slow.client.resume();
            slow.awaitAtLeast(house.host.lastSeq(RoomId.LOBBY));
            assertThat(slow.faults).isEmpty();
            assertThat(quick.faults).isEmpty();
        }
    }

    private void tenPages(int messages) throws InterruptedException {
        fill(messages);
        List<Sequence> pages = new ArrayList<>();
        try (OpenHouse house = new OpenHouse(folder)) {
            Chatter chatter = new Chatter(house);
            long before = memory();
            for (int n = 0; n < 10; n++) {
                pages.add(Sequence.plain(house, messages / 2 + n * 10));
            }
            for (Sequence page : pages) {
                Patience.await().atMost(LONG).until(() -> page.stopped.get());
            }
            long after = memory();
            pages.forEach(Sequence::goOn);
            for (Sequence page : pages) {
                page.awaitAtLeast(messages);
            }
            report("ten pages read " + messages + " messages", before, after, chatter);
            assertThat(after - before).isLessThan(BOUND);
            for (Sequence page : pages) {
                page.awaitAtLeast(house.host.lastSeq(RoomId.LOBBY));
                assertThat(page.faults).isEmpty();
            }
        } finally {
            pages.forEach(Sequence::close);
        }
    }

    /// Straight into the log, as if it had been said long ago.
    private void fill(int messages) {
        Person person = new Person(new PersonId("ann"), "Ann", Role.MEMBER);
        StoredPerson stored =
                new StoredPerson(person, Optional.empty(), Optional.of("x"), Instant.EPOCH);
        try (SqliteChatLog store = SqliteChatLog.open(folder, InstantSource.system(), _ -> {})) {
            for (int from = 1; from <= messages; from += 5_000) {
                List<Entry> entries =
                        LongStream.range(from, Math.min(from + 5_000, messages + 1))
                                .mapToObj(n -> entry(person, n))
                                .toList();
                List<StoredPerson> people = from == 1 ? List.of(stored) : List.of();
                store.append(new Batch(people, entries, List.of()));
            }
        }
    }

    private static Entry entry(Person person, long n) {
        return new Entry(
                RoomId.LOBBY,
                n,
                new EntryId("m-" + n),
                person,
                Instant.ofEpochMilli(1_000 + n),
                new Posted("message number " + n + ", of the length that people write"));
    }

    private static void report(String what, long before, long after, Chatter chatter)
            throws InterruptedException {
        System.out.printf(
                "%s: memory %.1f MB more; everyone else's round trip %s%n",
                what, (after - before) / 1e6, chatter.end());
    }

    /// What is in use on the heap after a collection, and in buffers beside it.
    private static long memory() {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long direct =
                ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum();
        return heap + direct + Math.max(0, PlatformDependent.usedDirectMemory());
    }

    /// Reads the lobby and looks at nothing but whether it comes in order and whole.
    private static final class Sequence implements AutoCloseable {
        final AtomicLong last = new AtomicLong();
        final AtomicBoolean stopped = new AtomicBoolean();
        final List<String> faults = new ArrayList<>();
        private final long stopAt;
        private final WireClient client;
        private final String key;

        private Sequence(OpenHouse house, String namespace, String auth, String key, long stopAt) {
            this.key = key;
            this.stopAt = stopAt;
            this.client = WireClient.connectRaw(house.port, namespace, auth, this::packet);
        }

        static Sequence hearth(OpenHouse house, long stopAt) {
            Sequence sequence = new Sequence(house, "/hearth", "{\"v\":1}", "\"seq\":", stopAt);
            sequence.client.emit("enter", Map.of("guest", true));
            return sequence;
        }

        static Sequence plain(OpenHouse house, long stopAt) {
            return new Sequence(house, "/", "{\"serverOffset\":0}", "\",", stopAt);
        }

        private void packet(String packet) {
            if (!packet.contains("\"chat message\"")) {
                return;
            }
            int from = packet.lastIndexOf(key) + key.length();
            int to = from;
            while (Character.isDigit(packet.charAt(to))) {
                to++;
            }
            long seq = Long.parseLong(packet, from, to, 10);
            if (seq != last.get() + 1) {
                faults.add(seq + " after " + last);
            }
            last.set(seq);
            if (seq == stopAt) {
                client.pause();
                stopped.set(true);
            }
        }

        void goOn() {
            client.resume();
        }

        void awaitAtLeast(long seq) {
            Patience.await().atMost(LONG).until(() -> last.get() >= seq || !faults.isEmpty());
        }

        @Override
        public void close() {
            client.close();
        }
    }

    /// Somebody who says something now and then: how long it takes until it is acknowledged.
    private static final class Chatter {
        private final WireClient ann;
        private final List<Long> nanos = new ArrayList<>();
        private final CompletableFuture<Void> talk;
        private volatile boolean ended;

        Chatter(OpenHouse house) {
            ann = house.enter("Ann");
            ann.keepNothing();
            talk = CompletableFuture.runAsync(this::talk, Thread::startVirtualThread);
        }

        private void talk() {
            while (!ended) {
                long start = System.nanoTime();
                JsonNode answer = ann.askNow("chat message", message("#lobby", "hello"));
                assertThat(answer.path("ok").asBoolean()).isTrue();
                nanos.add(System.nanoTime() - start);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }

        String end() {
            ended = true;
            talk.join();
            ann.close();
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return "of %d: median %.1f ms, p99 %.1f ms, longest %.1f ms"
                    .formatted(
                            sorted.length,
                            at(sorted, 0.5),
                            at(sorted, 0.99),
                            Arrays.stream(sorted).max().orElse(0) / 1e6);
        }

        private static double at(long[] sorted, double part) {
            return sorted.length == 0 ? 0 : sorted[(int) (part * (sorted.length - 1))] / 1e6;
        }
    }
}
