package dev.hearth.app;

import static dev.hearth.testkit.Patience.await;

import com.sun.javafx.tk.Toolkit;
import com.sun.management.OperatingSystemMXBean;
import dev.hearth.cli.HostRequest.LogLevel;
import dev.hearth.host.ChatHost;
import dev.hearth.host.Submission;
import dev.hearth.log.Batch;
import dev.hearth.log.Log;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.Origin;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import dev.hearth.ui.shell.OpeningWish;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// The window on a room of a million messages, drawn by software on the headless platform: how long
/// it takes to open, what a pulse costs while it scrolls, how long the FX thread is held by a
/// burst, and what it does when nothing happens. Prints figures.
@Tag("bench")
final class WindowBench extends RealWindow {
    private static final long STORED = Long.getLong("stored", 1_000_000);
    private static final int OPENINGS = 7;
    private static final int NOTCHES = 300;
    private static final int BURST = 20_000;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    void aRoomOfAMillion() throws InterruptedException {
        Path hosted = folder.resolve("hosted");
        fill(hosted);
        try (RunningHost host = host(hosted)) {
            String address = "http://127.0.0.1:" + host.address().getPort() + "/";
            open(address);
            closeWindow();
            List<Long> openings = new ArrayList<>();
            for (int i = 0; i < OPENINGS; i++) {
                openings.add(open(address));
                if (i < OPENINGS - 1) {
                    closeWindow();
                }
            }
            print("a new window shows the end of the room", openings);
            scroll();
            burst(host.chat());
            idle();
            closeWindow();
        }
    }

    private static void fill(Path hosted) {
        try (SqliteChatLog log = SqliteChatLog.open(hosted, CLOCK, _ -> {})) {
            for (long n = 1; n <= STORED; n += 5_000) {
                log.append(Batch.of(Log.posts(n, n + 4_999)));
            }
        }
    }

    private static RunningHost host(Path hosted) {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return RunningHost.start(
                new RunningHost.Plan(
                        "A million",
                        hosted,
                        0,
                        Optional.of("127.0.0.1"),
                        Optional.empty(),
                        List.of(),
                        false),
                new ConsoleLog(nowhere, LogLevel.QUIET, CLOCK),
                _ -> {},
                CLOCK);
    }

    /// @return nanoseconds until messages are drawn
    private long open(String address) {
        long begun = System.nanoTime();
        openWindow(new OpeningWish.Join(address, Optional.of("Ann")));
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            settle();
                            return reads("text ");
                        });
        return System.nanoTime() - begun;
    }

    /// Up, a notch a pulse; pages from the host come in between.
    private void scroll() {
        Node timeline = lookup("#timeline").query();
        List<Long> pulses = new ArrayList<>();
        int rows = 0;
        for (int n = 0; n < NOTCHES; n++) {
            long nanos =
                    WaitForAsyncUtils.waitFor(
                            WaitForAsyncUtils.asyncFx(
                                    () -> {
                                        long begun = System.nanoTime();
                                        turnWheel(timeline);
                                        Toolkit.getToolkit().firePulse();
                                        return System.nanoTime() - begun;
                                    }));
            pulses.add(nanos);
            rows = Math.max(rows, lookup(".bubble").queryAll().size());
        }
        print("a notch of the wheel and its pulse", pulses);
        System.out.println("rows held at most: " + rows);
    }

    private static void turnWheel(Node timeline) {
        Point2D middle =
                timeline.localToScreen(
                        timeline.getLayoutBounds().getCenterX(),
                        timeline.getLayoutBounds().getCenterY());
        timeline.fireEvent(
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        timeline.getLayoutBounds().getCenterX(),
                        timeline.getLayoutBounds().getCenterY(),
                        middle.getX(),
                        middle.getY(),
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        40,
                        0,
                        40,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    /// As fast as the host takes it.
    private void burst(ChatHost chat) throws InterruptedException {
        Person bob =
                chat.call(state -> state.people().enterPlain(Optional.of("Bob"), Origin.LOCAL))
                        .join();
        Thread sender =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    for (int n = 1; n <= BURST; n++) {
                                        Submission post =
                                                chat.plainPost(
                                                        RoomId.LOBBY,
                                                        "burst " + n,
                                                        Optional.empty());
                                        var _ = chat.submit(bob, post, Duration.ofMinutes(1));
                                    }
                                });
        List<Long> waited = Collections.synchronizedList(new ArrayList<>());
        long begun = System.nanoTime();
        while (sender.isAlive() || chat.lastSeq(RoomId.LOBBY) < STORED + BURST) {
            long asked = System.nanoTime();
            Platform.runLater(() -> waited.add(System.nanoTime() - asked));
            Thread.sleep(1);
        }
        long committed = System.nanoTime() - begun;
        // What the window still has to take in.
        for (int n = 0; n < 1_000; n++) {
            long asked = System.nanoTime();
            Platform.runLater(() -> waited.add(System.nanoTime() - asked));
            Thread.sleep(1);
        }
        System.out.printf(
                "a burst of %,d was on the disk within %,d ms%n",
                BURST, Duration.ofNanos(committed).toMillis());
        print("what others waited for the FX thread meanwhile", waited);
    }

    private static void idle() throws InterruptedException {
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Thread.sleep(Duration.ofSeconds(5));
        long before = process.getProcessCpuTime();
        Thread.sleep(IDLE);
        long used = process.getProcessCpuTime() - before;
        System.out.printf(
                "idle, window and host together: %.2f %% of a processor%n",
                100.0 * used / IDLE.toNanos());
    }

    private static void print(String what, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        System.out.printf(
                "%s: median %.2f ms, p99 %.2f ms, most %.2f ms, of %,d%n",
                what,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100)) / 1e6,
                sorted.getLast() / 1e6,
                sorted.size());
    }
}
