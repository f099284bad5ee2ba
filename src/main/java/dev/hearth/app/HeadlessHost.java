package dev.hearth.app;

import dev.hearth.cli.Console;
import dev.hearth.cli.ExitCode;
import dev.hearth.cli.HostRequest;
import dev.hearth.log.StoreNotice;
import dev.hearth.net.Neighbourhood;
import dev.hearth.settings.DataFolder;
import dev.hearth.settings.FolderLock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A chat hosted without a window: until Ctrl-C or SIGTERM.
final class HeadlessHost {
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final HostRequest request;
    private final Neighbourhood neighbourhood;
    private final Console terminal;
    private final Clock clock;

    HeadlessHost(HostRequest request, Neighbourhood neighbourhood, Console terminal, Clock clock) {
        this.request = request;
        this.neighbourhood = request.hidden() ? Neighbourhood.NONE : neighbourhood;
        this.terminal = terminal;
        this.clock = clock;
    }

    /// Hosts, and returns when a signal ends the program.
    ///
    /// @param noWindow why there is no window although one was wished for
    int run(Optional<String> noWindow) {
        CountDownLatch ended = new CountDownLatch(1);
        try (FolderLock folder = DataFolder.open(request.data()).lock("host");
                ConsoleLog console = new ConsoleLog(terminal.out(), request.log(), clock)) {
            Hosting hosting =
                    Hosting.of(request, folder.folder(), request.name().orElse(""), request.port());
            try (WatchedHost host =
                            WatchedHost.start(hosting.plan(), console, new Said(console), clock);
                    AnnouncedHost _ = AnnouncedHost.start(neighbourhood, host)) {
                noWindow.ifPresent(reason -> console.print("hosting without a window: " + reason));
                hosting.notice(host).ifPresent(console::print);
                hosting.reachable(host).forEach(uri -> console.print("listening on " + uri));
                invite(hosting, host, console);
                awaitTheEnd(ended, host.ended());
                console.print("stopping");
                if (host.ended().isDone()) {
                    closeWithin(FAREWELL);
                    throw WatchedHost.failure(host.ended().join());
                }
            }
        } finally {
            ended.countDown();
        }
        return ExitCode.OK;
    }

    private void invite(Hosting hosting, WatchedHost host, ConsoleLog console) {
        List<URI> addresses = hosting.shareable(host);
        boolean announced = !neighbourhood.equals(Neighbourhood.NONE);
        Invitation.lines(addresses, announced, host.running().chatName()).forEach(console::print);
        console.draw(Invitation.code(addresses, terminal));
    }

    private record Said(ConsoleLog console) implements WatchedHost.Notices {
        @Override
        public void say(String sentence, boolean lasting) {
            console.print(sentence);
        }

        @Override
        public void log(StoreNotice notice) {
            console.print(LogNotices.sentence(notice));
        }
    }

    /// A chat that is over because its disk hangs may not let itself be closed: the program ends
    /// all the same. What was acknowledged is on the disk already.
    private static void closeWithin(Duration patience) {
        Thread.ofPlatform()
                .daemon()
                .name("hearth-end")
                .start(
                        () -> {
                            awaitQuietly(new CountDownLatch(1), patience);
                            Runtime.getRuntime().halt(ExitCode.FAILURE);
                        });
    }

    /// The hook holds the JVM up until everything is closed, for a moment at most.
    ///
    /// @param over completed when the chat has ended by itself
    private static void awaitTheEnd(CountDownLatch ended, CompletableFuture<String> over) {
        CountDownLatch asked = new CountDownLatch(1);
        var _ = over.thenRun(asked::countDown);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    asked.countDown();
                                    awaitQuietly(ended);
                                },
                                "hearth-stop"));
        awaitQuietly(asked);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        awaitQuietly(latch, Duration.ofDays(100_000));
    }

    private static void awaitQuietly(CountDownLatch latch, Duration patience) {
        try {
            var _ = latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
