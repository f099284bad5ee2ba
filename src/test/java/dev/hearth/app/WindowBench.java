package dev.hearth.app;

import static dev.hearth.testkit.Patience.await;
import static java.util.Objects.requireNonNull;

import com.sun.javafx.tk.Toolkit;
import com.sun.management.OperatingSystemMXBean;
import dev.hearth.cli.HostRequest.LogLevel;
import dev.hearth.client.Chat;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinedFolders;
import dev.hearth.client.connection.SocketIoConnector;
import dev.hearth.log.Batch;
import dev.hearth.log.Log;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.RoomId;
import dev.hearth.settings.Appearance;
import dev.hearth.settings.DataFolder;
import dev.hearth.settings.DraftStore;
import dev.hearth.settings.Language;
import dev.hearth.settings.SettingsStore;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.PulseRobot;
import dev.hearth.ui.shell.HearthWindow;
import dev.hearth.ui.shell.OpeningWish;
import dev.hearth.ui.shell.WindowParts;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// The window on a room of a million messages, drawn by software on the headless platform: how long
/// it takes to open, what a pulse costs while it scrolls, how long the FX thread is held by a
/// burst, and what it does when nothing happens. Prints figures.
@Tag("bench")
final class WindowBench extends PulseRobot {
    private static final Clock CLOCK = Clock.system(ZoneId.systemDefault());
    private static final long STORED = 1_000_000;
    private static final int OPENINGS = 7;
    private static final int NOTCHES = 300;
    private static final int BURST = 20_000;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir Path folder;
    private @Nullable HearthWindow window;
    private @Nullable Stage stage;
    private @Nullable SettingsStore settings;

    @Test
    void aRoomOfAMillion() throws InterruptedException {
        Path hosted = folder.resolve("hosted");
        fill(hosted);
        try (RunningHost host = host(hosted)) {
            String address = "http://127.0.0.1:" + host.address().getPort() + "/";
            open(address, STORED);
            close();
            List<Long> openings = new ArrayList<>();
            for (int i = 0; i < OPENINGS; i++) {
                openings.add(open(address, STORED));
                if (i < OPENINGS - 1) {
                    close();
                }
            }
            print("a new window shows the end of the room", openings);
            scroll();
            burst(address);
            idle();
            close();
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

    /// @return nanoseconds until the last message is drawn
    private long open(String address, long last) {
        DataFolder data = DataFolder.open(Optional.of(folder.resolve("data")));
        SettingsStore store = SettingsStore.open(data, CLOCK);
        StoredPreferences preferences = new StoredPreferences(store, DraftStore.unsaved());
        preferences.rememberLanguage(Optional.of(Language.ENGLISH));
        preferences.rememberAppearance(Appearance.DEFAULTS.withTheme(ThemeChoice.LIGHT));
        settings = store;
        WindowParts parts =
                new WindowParts(
                        new SocketIoConnector(CLOCK, new KeptChats(data)),
                        _ -> CompletableFuture.failedFuture(new IllegalStateException()),
                        preferences,
                        CLOCK,
                        "0.1.0");
        long begun = System.nanoTime();
        interact(
                () -> {
                    Stage fresh = new Stage();
                    fresh.setWidth(960);
                    fresh.setHeight(640);
                    stage = fresh;
                    HearthWindow opened =
                            new HearthWindow(
                                    fresh, parts, _ -> CompletableFuture.completedStage(true));
                    window = opened;
                    opened.open(new OpeningWish.Join(address, Optional.of("Ann")));
                });
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            settle();
                            return reads("text " + last);
                        });
        return System.nanoTime() - begun;
    }

    private void close() {
        interact(() -> requireNonNull(window).close());
        requireNonNull(settings).close();
    }

    private boolean reads(String words) {
        return !lookup(node -> node instanceof Text text && text.getText().contains(words))
                .queryAll()
                .isEmpty();
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

    private void burst(String address) throws InterruptedException {
        List<Long> held = Collections.synchronizedList(new ArrayList<>());
        try (Chat bob =
                new SocketIoConnector(CLOCK, JoinedFolders.NONE)
                        .join(new JoinRequest(URI.create(address), "Bob"), _ -> {})) {
            await().until(() -> bob.state() instanceof ConnectionState.Online);
            AtomicInteger sent = new AtomicInteger();
            Thread sender =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        for (int n = 0; n < BURST; n++) {
                                            bob.room(RoomId.LOBBY).send("burst " + n);
                                            sent.incrementAndGet();
                                        }
                                    });
            long begun = System.nanoTime();
            CompletableFuture<Boolean> shown = new CompletableFuture<>();
            while (!shown.isDone()) {
                long asked = System.nanoTime();
                Platform.runLater(() -> held.add(System.nanoTime() - asked));
                if (held.size() % 50 == 49) {
                    Platform.runLater(
                            () -> {
                                if (reads("burst " + (BURST - 1))) {
                                    shown.complete(true);
                                }
                            });
                }
                if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                    System.out.println("the burst was not shown whole: " + sent);
                    break;
                }
                Thread.sleep(2);
            }
            sender.join();
            System.out.printf(
                    "a burst of %,d took %,d ms%n",
                    BURST, Duration.ofNanos(System.nanoTime() - begun).toMillis());
        }
        print("what the FX thread made others wait meanwhile", held);
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
