package dev.hearth.app;

import dev.hearth.net.AnnouncedChat;
import dev.hearth.net.Neighbourhood;
import dev.hearth.net.Neighbourhood.Notice;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A hosted chat as this network hears of it: by its name, and how many are in it, which is counted
/// every few seconds however many come and go. Who they are is told to nobody. Thread-safe.
final class AnnouncedHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnnouncedHost.class);
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(2);

    private final AnnouncedChat chat;
    private final WatchedHost host;
    private final Notice notice;
    private final ScheduledExecutorService counts =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("hearth-announced").factory());

    private AnnouncedHost(AnnouncedChat chat, WatchedHost host, Notice notice) {
        this.chat = chat;
        this.host = host;
        this.notice = notice;
    }

    /// Announces `host`, unless it listens to this computer alone: nobody else could get there.
    static AnnouncedHost start(Neighbourhood neighbourhood, WatchedHost host) {
        InetAddress at = host.address().getAddress();
        AnnouncedChat chat =
                new AnnouncedChat(
                        host.id(),
                        host.running().chatName(),
                        host.address().getPort(),
                        at.isAnyLocalAddress() ? Optional.empty() : Optional.of(at),
                        0);
        if (at.isLoopbackAddress()) {
            return new AnnouncedHost(chat, host, Notice.NONE);
        }
        AnnouncedHost announced = new AnnouncedHost(chat, host, neighbourhood.announce(chat));
        announced.countAgainAndAgain();
        return announced;
    }

    private void countAgainAndAgain() {
        long pause = BETWEEN_COUNTS.toMillis();
        var _ = counts.scheduleWithFixedDelay(this::count, pause, pause, TimeUnit.MILLISECONDS);
    }

    private void count() {
        try {
            int here = host.running().attendance(0).join().here();
            notice.change(chat.now(host.running().chatName(), here));
        } catch (RuntimeException e) {
            // It is closing, or being opened again from its log: it is counted the next time.
            LOG.debug("the people of a chat could not be counted", e);
        }
    }

    @Override
    public void close() {
        counts.shutdownNow();
        notice.close();
    }
}
