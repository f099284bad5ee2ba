package dev.hearth.app;

import static dev.hearth.testkit.Patience.await;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.ExitCode;
import dev.hearth.settings.DataFolder;
import dev.hearth.ui.shell.OpeningWish;
import java.io.DataOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Who starts Hearth while its window is open gets that window, with the link they brought.
final class SecondStartTest {
    private static final int MOST_TIMES = 3;
    private static final Duration JUDGED = Duration.ofSeconds(15);

    @TempDir private Path folder = Path.of("");

    private DataFolder data() {
        return DataFolder.open(Optional.of(folder.resolve("data")));
    }

    private Path portFile() {
        return folder.resolve("data").resolve("window").resolve("port");
    }

    /// With a window, on JavaFX's headless platform.
    private Program window(String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Dglass.platform=Headless",
                                "-Dprism.order=sw",
                                "-cp",
                                requireNonNull(System.getProperty("java.class.path")),
                                Main.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        return Program.start(new ProcessBuilder(command));
    }

    @Test
    void handsItsLinkToTheWindowThatIsOpen() throws Exception {
        try (Program host = Program.host(folder.resolve("host"), "--log", "connections");
                Program first = window()) {
            await().until(() -> Files.exists(portFile()));
            // The first window judges an address within 5 s, which a busy machine may need for the
            // window itself: a person would click the link again.
            boolean joined = false;
            for (int times = 0; times < MOST_TIMES && !joined; times++) {
                try (Program second = window("join", host.address().toString(), "--name", "Mira")) {
                    assertThat(second.awaitExit()).isEqualTo(ExitCode.OK);
                    assertThat(second.out())
                            .containsExactly("Hearth is open already: its window comes forward.");
                }
                joined = host.says("Mira", JUDGED);
            }
            assertThat(joined).isTrue();
            assertThat(first.err()).isEmpty();
        }
    }

    @Test
    void anotherWindowOpensWhereTheFirstWasKilled() throws Exception {
        try (Program first = window()) {
            await().until(() -> Files.exists(portFile()));
            first.kill();
        }
        String old = Files.readString(portFile());
        try (Program second = window()) {
            await().until(
                            () ->
                                    Files.exists(portFile())
                                            && !Files.readString(portFile()).equals(old));
            assertThat(second.out()).isEmpty();
        }
    }

    @Test
    void whatIsAskedIsToldOnceAndInOrder() {
        List<OpeningWish> told = new CopyOnWriteArrayList<>();
        var link = new Visit(Optional.of("http://127.0.0.1:3000"), Optional.of("Mira"));
        try (SingleInstance instance = SingleInstance.claim(data())) {
            instance.tellTo(told::add);
            assertThat(SingleInstance.ask(data(), link)).isTrue();
            assertThat(SingleInstance.ask(data(), new Visit(Optional.empty(), Optional.empty())))
                    .isTrue();
            await().until(() -> told.size() == 2);
            assertThat(told)
                    .containsExactly(
                            new OpeningWish.Join("http://127.0.0.1:3000", Optional.of("Mira")),
                            new OpeningWish.Start());
        }
        assertThat(portFile()).doesNotExist();
    }

    @Test
    void whatIsClosedTakesNothingFromTheNext() {
        SingleInstance first = SingleInstance.claim(data());
        first.tellTo(wish -> {});
        await().until(() -> Files.exists(portFile()));
        first.close();
        try (SingleInstance next = SingleInstance.claim(data())) {
            next.tellTo(wish -> {});
            await().until(() -> Files.exists(portFile()));
            first.close();
            assertThat(portFile()).exists();
        }
    }

    @Test
    void nobodyIsLetInWithoutTheSecret() throws Exception {
        List<OpeningWish> told = new CopyOnWriteArrayList<>();
        try (SingleInstance instance = SingleInstance.claim(data())) {
            instance.tellTo(told::add);
            await().until(() -> Files.exists(portFile()));
            int port = Integer.parseInt(Files.readString(portFile()).split(" ")[0]);
            try (var stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
                var out = new DataOutputStream(stranger.getOutputStream());
                out.writeUTF("guessed");
                out.flush();
                assertThat(stranger.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(SingleInstance.ask(data(), new Visit(Optional.empty(), Optional.empty())))
                    .isTrue();
            await().until(() -> !told.isEmpty());
            assertThat(told).containsExactly(new OpeningWish.Start());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theSecretIsThePersonsAlone() throws Exception {
        try (SingleInstance instance = SingleInstance.claim(data())) {
            instance.tellTo(wish -> {});
            await().until(() -> Files.exists(portFile()));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(portFile())))
                    .isEqualTo("rw-------");
        }
    }
}
