package dev.hearth.app;

import dev.hearth.cli.ExitCode;
import dev.hearth.cli.HostRequest;
import dev.hearth.settings.DataFolder;
import dev.hearth.settings.FolderLock;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// A chat hosted without a window: until Ctrl-C or SIGTERM.
final class HeadlessHost {
    private final HostRequest request;
    private final PrintStream out;
    private final Clock clock;

    HeadlessHost(HostRequest request, PrintStream out, Clock clock) {
        this.request = request;
        this.out = out;
        this.clock = clock;
    }

    /// Hosts, and returns when the program is told to end.
    ///
    /// @param noWindow why there is no window although one was wished for
    int run(Optional<String> noWindow) {
        CountDownLatch ended = new CountDownLatch(1);
        try (FolderLock folder = DataFolder.open(request.data()).lock("host");
                ConsoleLog console = new ConsoleLog(out, request.log(), clock)) {
            Hosting hosting =
                    Hosting.of(request, folder.folder(), request.name().orElse(""), request.port());
            try (RunningHost host =
                    RunningHost.start(
                            hosting.plan(),
                            console,
                            notice -> console.print(LogNotices.sentence(notice)),
                            clock)) {
                noWindow.ifPresent(reason -> console.print("hosting without a window: " + reason));
                hosting.notice(host).ifPresent(console::print);
                hosting.reachable(host).forEach(uri -> console.print("listening on " + uri));
                awaitTheEnd(ended);
                console.print("stopping");
            }
        } finally {
            ended.countDown();
        }
        return ExitCode.OK;
    }

    /// The hook holds the JVM up until everything is closed, for a moment at most.
    private static void awaitTheEnd(CountDownLatch ended) {
        CountDownLatch asked = new CountDownLatch(1);
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
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
