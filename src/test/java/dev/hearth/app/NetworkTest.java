package dev.hearth.app;

import static dev.hearth.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hearth.cli.ExitCode;
import dev.hearth.testkit.NetworkLab;
import dev.hearth.testkit.NetworkLab.Station;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs that find each other on a network, each on a computer of its own as far as it can see.
/// They wait for far less time than a chat is believed in that went without a goodbye.
final class NetworkTest {
    /// Over 63 bytes, with what names must not hold elsewhere.
    private static final String NAME = "Zoë “q” . \\ 🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥";

    private static final String CHAT = NAME + "’s chat";

    @TempDir private Path folder = Path.of("");

    @BeforeAll
    static void needsNamespaces() {
        assumeTrue(NetworkLab.isPermitted(), "this user may have no network namespaces");
    }

    private Program host(Station at, String name, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("host", "--no-gui", "--name", name, "--data"));
        arguments.add(folder.resolve(name.hashCode() + "-" + at.prefix().hashCode()).toString());
        arguments.addAll(List.of(more));
        return Program.startIn(at.prefix(), Main.class, arguments);
    }

    private static Program run(Station at, String... arguments) {
        return Program.startIn(at.prefix(), Main.class, List.of(arguments));
    }

    private static Program watcher(Station at) {
        return Program.startIn(at.prefix(), NetworkWatcher.class, List.of());
    }

    private static void awaitAround(Program watcher, Predicate<String> wanted) {
        await().untilAsserted(
                        () ->
                                assertThat(watcher.out())
                                        .as("what is around %s", watcher.err())
                                        .isNotEmpty()
                                        .last()
                                        .matches(wanted));
    }

    @Test
    void twoChatsOfOneNameAreFoundToldApartAndGoWithAGoodbye() throws Exception {
        try (NetworkLab lab = new NetworkLab()) {
            Station here = lab.station("10.9.0.1/24", "fd00:9::1/64");
            Station there = lab.station("10.9.0.2/24");
            Station seeker = lab.station("10.9.0.3/24", "fd00:9::3/64");
            try (Program watcher = watcher(seeker);
                    Program one = host(here, NAME);
                    Program other = host(there, NAME)) {
                awaitAround(
                        watcher,
                        around ->
                                around.contains("[http://10.9.0.1:3000, http://[fd00:9::1]:3000]")
                                        && around.contains("[http://10.9.0.2:3000]"));
                assertThat(watcher.out().getLast()).contains(CHAT + " (0) [");
                one.terminate();
                awaitAround(watcher, around -> !around.contains("10.9.0.1"));
                try (Program sure = run(seeker, "say", CHAT, "hello", "--name", "Carl")) {
                    assertThat(sure.awaitExit()).as("%s", sure.err()).isEqualTo(ExitCode.OK);
                }
                other.awaitLine("connected Carl (10.9.0.3)");
            }
        }
    }

    /// Not on a machine that has much else to do: what is not heard within two seconds is not
    /// known.
    @Test
    @Tag("soak")
    void nobodyIsJoinedByANameOfTwo() throws Exception {
        try (NetworkLab lab = new NetworkLab()) {
            Station here = lab.station("10.9.0.1/24");
            Station there = lab.station("10.9.0.2/24");
            Station seeker = lab.station("10.9.0.3/24");
            try (Program one = host(here, NAME);
                    Program other = host(there, NAME)) {
                one.listening();
                other.listening();
                try (Program unsure = run(seeker, "say", CHAT, "hello", "--name", "Carl")) {
                    assertThat(unsure.awaitExit()).isEqualTo(ExitCode.FAILURE);
                    assertThat(unsure.err().getFirst())
                            .contains("at 10.9.0.1:3000", "at 10.9.0.2:3000");
                }
            }
        }
    }

    @Test
    @Tag("soak")
    void whoIsHiddenIsNotFound() throws Exception {
        try (NetworkLab lab = new NetworkLab()) {
            Station here = lab.station("10.9.0.1/24");
            Station seeker = lab.station("10.9.0.2/24");
            try (Program hidden = host(here, "Hidden", "--hidden");
                    Program shown = host(here, "Shown", "--port", "4000")) {
                hidden.listening();
                shown.listening();
                try (Program find = run(seeker, "find")) {
                    assertThat(find.awaitExit()).isEqualTo(ExitCode.OK);
                    assertThat(find.out())
                            .containsExactly("http://10.9.0.1:4000  Shown’s chat (0 people)");
                }
            }
        }
    }

    @Test
    @Tag("soak")
    void aComputerThatMovesIsFoundWhereItIs() {
        try (NetworkLab lab = new NetworkLab()) {
            Station here = lab.station("10.9.0.1/24");
            Station seeker = lab.station("10.9.0.3/24");
            try (Program watcher = watcher(seeker);
                    Program _ = host(here, "Laptop")) {
                awaitAround(watcher, around -> around.contains("[http://10.9.0.1:3000]"));
                here.moveTo("10.9.0.77/24");
                awaitAround(watcher, around -> around.contains("http://10.9.0.77:3000"));
            }
        }
    }

    @Test
    @Tag("soak")
    void ipv6Alone() throws Exception {
        try (NetworkLab lab = new NetworkLab()) {
            Station here = lab.station("fd00:9::1/64");
            Station linkLocal = lab.station();
            Station seeker = lab.station("fd00:9::3/64");
            try (Program watcher = watcher(seeker);
                    Program host = host(here, "Six");
                    Program _ = host(linkLocal, "Local")) {
                awaitAround(
                        watcher,
                        around ->
                                around.contains("[http://[fd00:9::1]:3000]")
                                        && around.contains("%eth0]:3000"));
                try (Program say = run(seeker, "say", "Local's chat", "hello", "--name", "Carl")) {
                    assertThat(say.awaitExit()).as("%s", say.err()).isEqualTo(ExitCode.OK);
                }
                host.terminate();
                awaitAround(watcher, around -> !around.contains("fd00:9::1"));
            }
        }
    }

    @Test
    @Tag("soak")
    void aMillionHostileRecordsHideNobody() throws Exception {
        try (NetworkLab lab = new NetworkLab()) {
            Station enemy = lab.station("10.9.0.66/24");
            Station here = lab.station("10.9.0.1/24");
            Station seeker = lab.station("10.9.0.3/24");
            try (Program watcher = watcher(seeker);
                    Program flood =
                            Program.startIn(enemy.prefix(), NetworkFlood.class, List.of())) {
                assertThat(flood.awaitExit()).isZero();
                try (Program _ = host(here, "Honest")) {
                    awaitAround(watcher, around -> around.contains("Honest’s chat"));
                    assertThat(watcher.out().getLast()).doesNotContain("bogus");
                    assertThat(watcher.err()).isEmpty();
                }
            }
        }
    }

    /// Avahi sees what Hearth announces, and Hearth what Avahi does.
    @Test
    @Tag("soak")
    void foreignEyes() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/avahi-daemon")), "there is no Avahi");
        try (NetworkLab lab = new NetworkLab()) {
            Station here = lab.station("10.9.0.1/24");
            Station avahi = lab.station("10.9.0.2/24");
            Path script = Files.writeString(folder.resolve("avahi.sh"), AVAHI);
            List<String> command = new ArrayList<>(avahi.prefix());
            // With the process that is started here all others in it end.
            command.addAll(List.of("unshare", "--mount", "--pid", "--fork", "--kill-child", "sh"));
            command.add(script.toString());
            try (Program _ = host(here, NAME);
                    Program watcher = watcher(here);
                    Program foreign = Program.start(new ProcessBuilder(command))) {
                foreign.awaitLine("_http._tcp;local;hearth-");
                assertThat(foreign.awaitLine("_hearth._tcp;local;hearth-"))
                        .contains(".local;10.9.0.1;3000;", "\"people=0\"", "\"name=Zo");
                awaitAround(
                        watcher, around -> around.contains("Foreign (3) [http://10.9.0.2:7000"));
            }
        }
    }

    /// A bus and a daemon of its own, in a `/run` that is seen by nobody else.
    private static final String AVAHI =
            """
            mount -t tmpfs none /run && mkdir -p /run/dbus
            dbus-daemon --system --nopidfile --fork
            avahi-daemon --no-drop-root --no-chroot --no-rlimits >/dev/null 2>&1 &
            avahi-publish -f -s 'Foreign chat' _hearth._tcp 7000 id=0123456789abcdef name=Foreign people=3 &
            avahi-browse -f -arpk &
            cat
            """;
}
