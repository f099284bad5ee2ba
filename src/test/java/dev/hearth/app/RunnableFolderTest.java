package dev.hearth.app;

import static dev.hearth.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hearth.cli.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `bin/hearth`, the script that people start.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell script")
final class RunnableFolderTest {
    @TempDir static Path machine;
    @TempDir Path folder;

    private static RunnableFolder installed;

    @BeforeAll
    static void install() throws Exception {
        installed = RunnableFolder.make(machine.resolve("a folder’s name"));
    }

    @Test
    void runsFromAnywhereAndThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("first"), installed.script());
        Path relative = Files.createSymbolicLink(folder.resolve("second"), Path.of("first"));
        for (Path script : List.of(installed.script(), link, relative)) {
            try (Program program = installed.startAs(script, "--version")) {
                assertThat(program.awaitExit()).as("%s", program.err()).isEqualTo(ExitCode.OK);
                assertThat(program.out()).singleElement().asString().startsWith("Hearth ");
                assertThat(program.err()).isEmpty();
            }
        }
    }

    @Test
    void endsWithTheProgramsOwnCodeAndLine() throws Exception {
        try (Program usage = installed.start("--nonsense");
                Program failure = installed.start("export", "--data", folder.toString())) {
            assertThat(usage.awaitExit()).isEqualTo(ExitCode.USAGE);
            assertThat(usage.err()).singleElement().asString().startsWith("hearth: ");
            assertThat(failure.awaitExit()).isEqualTo(ExitCode.FAILURE);
            assertThat(failure.err()).singleElement().asString().startsWith("hearth: ");
        }
    }

    @Test
    void passesOverAnOlderJava() throws Exception {
        Path old = Files.createDirectories(folder.resolve("old/bin"));
        Files.writeString(folder.resolve("old/release"), "JAVA_VERSION=\"17.0.15\"\n");
        Path java = Files.writeString(old.resolve("java"), "#!/bin/sh\nexit 9\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path current = Path.of(System.getProperty("java.home"));
        String path = System.getenv("PATH");
        for (Map<String, String> environment :
                List.of(
                        Map.of("JAVA_HOME", current.toString(), "PATH", old + ":" + path),
                        Map.of(
                                "JAVA_HOME",
                                folder.resolve("old").toString(),
                                "PATH",
                                current.resolve("bin") + ":" + path))) {
            ProcessBuilder builder =
                    installed.process(List.of(installed.script().toString(), "--version"));
            builder.environment().putAll(environment);
            try (Program program = Program.start(builder)) {
                assertThat(program.awaitExit()).as("%s", program.err()).isEqualTo(ExitCode.OK);
            }
        }
    }

    @Test
    void saysWhenTheJavaThatWasNamedIsNone() throws Exception {
        ProcessBuilder builder = installed.process(List.of(installed.script().toString()));
        builder.environment().put("HEARTH_JAVA", folder.resolve("java").toString());
        try (Program program = Program.start(builder)) {
            assertThat(program.awaitExit()).isEqualTo(ExitCode.FAILURE);
            assertThat(program.err())
                    .singleElement()
                    .asString()
                    .startsWith("hearth: HEARTH_JAVA is ")
                    .contains("which is no program");
        }
    }

    @Test
    void itsProcessIsTheProgramAndGetsItsSignals() throws Exception {
        try (Program host = host("--log", "quiet")) {
            host.terminate();
            host.awaitExit();
            assertThat(host.out().getLast()).isEqualTo("stopping");
        }
    }

    @Test
    void withoutADisplayItHostsAndSaysWhy() throws Exception {
        try (Program host = installed.start("--data", folder.toString())) {
            host.awaitLine("listening on ");
            assertThat(host.out().getFirst()).startsWith("hosting without a window: ");
            host.terminate();
            host.awaitExit();
        }
    }

    @Test
    void textIsUtf8WhateverTheLocale() throws Exception {
        try (Program host = host("--log", "messages")) {
            String address = host.address().toString();
            for (String locale : List.of("C", "en_US.ISO-8859-1", "C.UTF-8")) {
                try (Program say =
                        installed.shell(
                                "LC_ALL=%s exec \"$0\" say \"$1\" --name \"$(printf 'Zo\\303\\253')\" \"$(printf '%s \\360\\237\\224\\245')\""
                                        .formatted(locale, locale),
                                address)) {
                    assertThat(say.awaitExit()).as("%s", say.err()).isEqualTo(ExitCode.OK);
                }
                host.awaitLine("Zoë: " + locale + " 🔥");
            }
            try (Program say =
                    installed.shell("exec \"$0\" say \"$1\" \"$(printf 'Zo\\353')\"", address)) {
                assertThat(say.awaitExit()).isEqualTo(ExitCode.USAGE);
                assertThat(say.err()).singleElement().asString().contains("not UTF-8");
            }
        }
    }

    @Test
    void filesMayHaveAnyNameWhateverTheLocale() throws Exception {
        try (Program export =
                installed.shell(
                        "LC_ALL=C exec \"$0\" export --data \"$1/$(printf 'Zo\\303\\253')\"",
                        folder.toString())) {
            assertThat(export.awaitExit()).isEqualTo(ExitCode.FAILURE);
            assertThat(export.err())
                    .singleElement()
                    .asString()
                    .contains("No chat has been hosted")
                    .contains("Zoë");
            assertThat(folder.resolve("Zoë")).isDirectory();
        }
    }

    @Test
    void aKilledHostLeavesNothingInTheTempFolder() throws Exception {
        assumeTrue(RunnableFolder.hasFiles(), "made by Maven");
        try (Program host =
                started(installed, "host", "--no-gui", "--port", "0", "--bind", "127.0.0.1")) {
            host.awaitLine("listening on ");
            host.kill();
            assertNothingIsLeft();
        }
    }

    @Test
    void aKilledWindowLeavesNothingInTheTempFolderAndAtHome() throws Exception {
        assumeTrue(RunnableFolder.hasFiles(), "made by Maven");
        // Ikonli copies its font from a path with letters that URLs escape.
        RunnableFolder plain = RunnableFolder.make(machine.resolve("plain"));
        try (Program window = started(plain, "host", "--port", "0", "--bind", "127.0.0.1")) {
            // The chat is opened after the window with its fonts.
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Files.exists(folder.resolve("data/host/chat.db")));
            window.kill();
            assertNothingIsLeft();
        }
    }

    /// With a window on JavaFX's headless platform, unless a host asks for none.
    private Program started(RunnableFolder from, String... arguments) throws Exception {
        Files.createDirectory(folder.resolve("temp"));
        Files.createDirectory(folder.resolve("home"));
        List<String> command = new ArrayList<>(List.of(from.script().toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        ProcessBuilder builder = from.process(command);
        builder.environment()
                .put(
                        "HEARTH_JVM_OPTIONS",
                        "-Dglass.platform=Headless -Dprism.order=sw -Djava.io.tmpdir=%s -Duser.home=%s"
                                .formatted(folder.resolve("temp"), folder.resolve("home")));
        return Program.start(builder);
    }

    private void assertNothingIsLeft() {
        assertThat(RunnableFolder.filesIn(folder.resolve("temp"))).isEmpty();
        assertThat(RunnableFolder.filesIn(folder.resolve("home"))).isEmpty();
    }

    private Program host(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "host",
                                "--no-gui",
                                "--port",
                                "0",
                                "--bind",
                                "127.0.0.1",
                                "--data"));
        arguments.add(folder.resolve("data").toString());
        arguments.addAll(List.of(more));
        Program host = installed.start(arguments.toArray(String[]::new));
        host.awaitLine("listening on ");
        return host;
    }
}
