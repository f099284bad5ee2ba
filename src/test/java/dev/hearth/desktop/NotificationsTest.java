package dev.hearth.desktop;

import static dev.hearth.testkit.Patience.await;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Notifications over the message bus of this machine's D-Bus, which refuses what is not marshalled
/// right; the desktop behind it is made up.
@DisabledOnOs(OS.WINDOWS)
final class NotificationsTest {
    @TempDir private Path folder = Path.of("");
    private @Nullable Process daemon;

    private Path socket() {
        return folder.resolve("bus");
    }

    private Map<String, String> environment() {
        return Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket() + ",guid=0");
    }

    @BeforeEach
    void startDaemon() throws IOException {
        Optional<Path> program =
                Stream.of("/usr/bin/dbus-daemon", "/bin/dbus-daemon")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst();
        assumeTrue(program.isPresent(), "needs dbus-daemon");
        daemon =
                new ProcessBuilder(
                                program.get().toString(),
                                "--session",
                                "--nofork",
                                "--nopidfile",
                                "--address=unix:path=" + socket())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("daemon.log").toFile())
                        .start();
        await().until(() -> Files.exists(socket()));
    }

    @AfterEach
    void stopDaemon() throws InterruptedException {
        if (daemon != null) {
            daemon.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void areShownAndAClickIsTold() throws Exception {
        CountDownLatch clicked = new CountDownLatch(1);
        try (NotificationServer desktop = NotificationServer.on(socket());
                Notifications notifications = Notifications.of(environment())) {
            notifications.show("Amina in #design", "first", false, () -> {});
            notifications.show("Omar", "<b>Ünïcode</b> & 🙂", true, clicked::countDown);
            await().until(() -> desktop.shown().size() == 2);
            assertThat(desktop.shown())
                    .isEqualTo(
                            List.of(
                                    "Hearth: Amina in #design: first",
                                    "Hearth: Omar: &lt;b&gt;Ünïcode&lt;/b&gt; &amp; 🙂"));
            assertThat(desktop.heard()).containsExactly("Omar");
            // The answer to the second may still be on its way.
            await().until(
                            () -> {
                                desktop.click(2);
                                return clicked.await(100, TimeUnit.MILLISECONDS);
                            });
        }
    }

    @Test
    void comeAgainAfterTheBusWasGone() throws Exception {
        try (Notifications notifications = Notifications.of(environment())) {
            // Nobody shows notifications yet.
            notifications.show("Amina", "lost", false, () -> {});
            try (NotificationServer desktop = NotificationServer.on(socket())) {
                notifications.show("Amina", "shown", false, () -> {});
                await().until(() -> desktop.shown().contains("Hearth: Amina: shown"));
            }
            stopDaemon();
            Files.deleteIfExists(socket());
            startDaemon();
            try (NotificationServer desktop = NotificationServer.on(socket())) {
                await().until(
                                () -> {
                                    notifications.show("Amina", "again", false, () -> {});
                                    return desktop.shown().contains("Hearth: Amina: again");
                                });
            }
        }
    }

    @Test
    void theIconShowsHowManyAreUnread() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        DBusConnection dock =
                DBusConnectionBuilder.forAddress("unix:path=" + socket()).withShared(false).build();
        try (Notifications notifications = Notifications.of(environment())) {
            dock.addSigHandler(
                    LauncherEntry.Update.class,
                    update ->
                            told.add(
                                    update.program()
                                            + " "
                                            + value(update, "count")
                                            + " "
                                            + value(update, "count-visible")));
            notifications.badge(3);
            await().until(() -> told.size() == 1);
            notifications.badge(0);
            await().until(() -> told.size() == 2);
            assertThat(told)
                    .containsExactly(
                            "application://hearth.desktop 3 true",
                            "application://hearth.desktop 0 false");
        } finally {
            dock.disconnect();
        }
    }

    @Test
    void withoutABusNothingHappens() {
        Map<String, String> nowhere =
                Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder.resolve("nothing"));
        try (Notifications none = Notifications.of(Map.of());
                Notifications gone = Notifications.of(nowhere)) {
            none.show("a", "b", false, () -> {});
            none.badge(1);
            gone.badge(1);
            gone.show("a", "b", false, () -> {});
        }
        assertThat(Notifications.address(Map.of())).isEmpty();
    }

    @Test
    void theAddressIsOneThatJavaCanReach() {
        assertThat(address("DBUS_SESSION_BUS_ADDRESS", "unix:abstract=/tmp/x")).isEmpty();
        assertThat(address("DBUS_SESSION_BUS_ADDRESS", "tcp:host=h,port=1;unix:guid=1,path=/run/a"))
                .contains("unix:guid=1,path=/run/a");
        assertThat(address("XDG_RUNTIME_DIR", folder.toString())).contains("unix:path=" + socket());
        assertThat(address("XDG_RUNTIME_DIR", folder + "/missing")).isEmpty();
    }

    private static Optional<String> address(String variable, String value) {
        return Notifications.address(Map.of(variable, value));
    }

    private static Object value(LauncherEntry.Update update, String property) {
        return requireNonNull(update.properties().get(property)).getValue();
    }
}
