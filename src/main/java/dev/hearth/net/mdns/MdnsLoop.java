package dev.hearth.net.mdns;

import dev.hearth.net.mdns.MulticastDns.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.Selector;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread of [MulticastDns], which owns the sockets and all that is known. Others hand it
/// tasks; no method here waits, but [#withdraw].
///
/// It sleeps until a packet comes, a task does, or something is due. It looks at the interfaces of
/// this computer every two seconds, for nothing tells when they come and go. Of a flood it reads a
/// thousand packets a second; the rest is taken from the socket and dropped.
final class MdnsLoop {
    private static final Logger LOG = LoggerFactory.getLogger(MdnsLoop.class);
    private static final long LOOK_MILLIS = 2_000;

    /// What is found is put together twenty times a second at most.
    private static final long BETWEEN_NEWS_MILLIS = 50;

    private static final long FAREWELL_MILLIS = 500;
    private static final int PACKETS_A_SECOND = 1_000;

    /// What else is to be done comes to its turn in between.
    private static final int PACKETS_A_TURN = 1_000;

    private final long began = System.nanoTime();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Selector selector;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("hearth-mdns").unstarted(this::run);
    private volatile boolean ending;

    private final Publications publications;
    private final Map<Object, Seeker> seekers = new HashMap<>();
    private List<NetworkLink> links = List.of();
    private @Nullable MulticastSockets sockets;
    private long lookAt;
    private long tellAt;
    private boolean isNewsLeft;
    private long second;
    private int packets;

    private static final class Seeker {
        private final FoundServices found;
        private final Consumer<Finding> told;
        private Optional<Finding> last = Optional.empty();

        private Seeker(FoundServices found, Consumer<Finding> told) {
            this.found = found;
            this.told = told;
        }
    }

    private MdnsLoop(Selector selector) {
        this.selector = selector;
        RandomGenerator random = RandomGenerator.getDefault();
        byte[] unlikeOthers = new byte[6];
        random.nextBytes(unlikeOthers);
        // Not the name of this computer, which may be that of its owner.
        publications = new Publications("hearth-" + HexFormat.of().formatHex(unlikeOthers), random);
    }

    static MdnsLoop start() {
        try {
            MdnsLoop loop = new MdnsLoop(Selector.open());
            loop.thread.start();
            return loop;
        } catch (IOException e) {
            throw new UncheckedIOException("no selector", e);
        }
    }

    void publish(List<Object> keys, List<Offer> offers) {
        later(
                () ->
                        IntStream.range(0, keys.size())
                                .forEach(
                                        i ->
                                                publications.publish(
                                                        keys.get(i), offers.get(i), now())));
    }

    void change(List<Object> keys, List<Offer> offers) {
        later(
                () ->
                        IntStream.range(0, keys.size())
                                .forEach(
                                        i ->
                                                send(
                                                        publications.change(
                                                                keys.get(i),
                                                                offers.get(i),
                                                                links,
                                                                now()))));
    }

    /// Waits until the goodbyes are sent.
    void withdraw(List<Object> keys) {
        CountDownLatch said = new CountDownLatch(1);
        later(
                () -> {
                    keys.forEach(key -> send(publications.withdraw(key, links)));
                    said.countDown();
                });
        await(said);
    }

    void search(Object key, DnsName type, Consumer<Finding> told) {
        later(() -> seekers.put(key, new Seeker(new FoundServices(type, now()), told)));
    }

    void endSearch(Object key) {
        later(() -> seekers.remove(key));
    }

    /// Ends after what was handed in before.
    void end() {
        later(() -> ending = true);
    }

    private void later(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    private void await(CountDownLatch latch) {
        try {
            if (!latch.await(FAREWELL_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("nobody was told that a service ends");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    private void run() {
        try (Selector waiting = selector) {
            while (!ending) {
                turn();
                if (!ending) {
                    waiting.select(Math.max(1, nextAt() - now()));
                }
            }
        } catch (IOException | RuntimeException e) {
            // Without it chats are joined by their address, as ever.
            LOG.warn("this network is not listened to any more", e);
            seekers.values().forEach(each -> each.told.accept(new Finding(List.of(), false)));
        } finally {
            if (sockets != null) {
                sockets.close();
            }
        }
    }

    private void turn() {
        if (now() >= lookAt) {
            look();
        }
        for (Runnable task; (task = tasks.poll()) != null; ) {
            task.run();
        }
        receive();
        long now = now();
        send(publications.due(links, now));
        seekers.values().forEach(each -> send(each.found.due(links, now)));
        isNewsLeft = now < tellAt;
        if (!isNewsLeft) {
            tellAt = now + BETWEEN_NEWS_MILLIS;
            seekers.values().forEach(each -> tell(each, now));
        }
    }

    private long nextAt() {
        long now = now();
        long next = publications.nextAt().map(at -> Math.min(at, lookAt)).orElse(lookAt);
        for (Seeker each : seekers.values()) {
            next = Math.min(next, each.found.nextAt(now));
        }
        return isNewsLeft ? Math.min(next, tellAt) : next;
    }

    /// Opens the sockets where that has not been possible so far, and takes up what interfaces
    /// there are now.
    private void look() {
        lookAt = now() + LOOK_MILLIS;
        try {
            MulticastSockets open = sockets == null ? MulticastSockets.open(selector) : sockets;
            sockets = open;
            List<NetworkLink> found = NetworkLink.ofThisComputer();
            open.join(found);
            if (!found.equals(links)) {
                links = found;
                publications.linksChanged(now());
                seekers.values().forEach(each -> each.found.linksChanged(links, now()));
            }
        } catch (SocketException e) {
            LOG.debug("the interfaces of this computer cannot be listed", e);
        } catch (IOException e) {
            LOG.debug("multicast is not to be had", e);
        }
    }

    private void receive() {
        selector.selectedKeys().clear();
        if (sockets == null) {
            return;
        }
        for (int i = 0; i < PACKETS_A_TURN; i++) {
            Optional<MulticastSockets.Packet> packet = sockets.receive();
            if (packet.isEmpty()) {
                return;
            }
            packet.filter(_ -> isWithinBudget()).ifPresent(this::read);
        }
    }

    private boolean isWithinBudget() {
        long thisSecond = now() / 1_000;
        packets = thisSecond == second ? packets + 1 : 1;
        second = thisSecond;
        return packets <= PACKETS_A_SECOND;
    }

    /// From neighbours only: whatever comes from further away was not multicast (RFC 6762, section
    /// 11).
    private void read(MulticastSockets.Packet packet) {
        InetSocketAddress from = packet.from();
        Optional<NetworkLink> link =
                links.stream().filter(each -> each.sees(from.getAddress())).findFirst();
        if (link.isEmpty() || from.getPort() != MulticastSockets.PORT) {
            return;
        }
        try {
            DnsMessage message = DnsMessage.read(packet.bytes());
            if (message.isAnswer()) {
                seekers.values()
                        .forEach(
                                each ->
                                        each.found.told(
                                                message, link.get(), from.getAddress(), now()));
            } else {
                publications.asked(message, link.get(), now());
            }
        } catch (MalformedMessage e) {
            LOG.debug("{} sent what is no message: {}", from, e.getMessage());
        }
    }

    private void send(List<Outgoing> messages) {
        if (sockets != null) {
            for (Outgoing each : messages) {
                sockets.send(each.link(), each.message().bytes());
            }
        }
    }

    private static void tell(Seeker seeker, Finding finding) {
        if (!seeker.last.equals(Optional.of(finding))) {
            seeker.last = Optional.of(finding);
            seeker.told.accept(finding);
        }
    }

    private void tell(Seeker seeker, long now) {
        boolean listening = sockets != null && sockets.hasJoined();
        tell(seeker, new Finding(seeker.found.services(now), listening));
    }
}
