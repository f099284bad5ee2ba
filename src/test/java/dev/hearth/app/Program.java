package dev.hearth.app;

import static dev.hearth.testkit.Patience.await;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/// The program in a process of its own, as `bin/hearth` starts it, without a display.
final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String DISCOVERY = "HEARTH_DISCOVERY";

    private final Process process;
    private final List<String> out = new CopyOnWriteArrayList<>();
    private final List<String> err = new CopyOnWriteArrayList<>();
    private final List<Thread> readers;

    private Program(Process process) {
        this.process = process;
        this.readers =
                List.of(
                        reader(() -> read(process.inputReader(StandardCharsets.UTF_8), out)),
                        reader(() -> read(process.errorReader(StandardCharsets.UTF_8), err)));
    }

    /// A platform thread: reading from a pipe would hold the carrier of a virtual one.
    private static Thread reader(Runnable task) {
        return Thread.ofPlatform().daemon().start(task);
    }

    static Program start(String... arguments) {
        return start(Main.class, arguments);
    }

    /// Another `main` of the tests, in a process of its own.
    static Program start(Class<?> main, String... arguments) {
        return start(main, "1g", arguments);
    }

    /// On a computer of a network that the test has made for itself.
    ///
    /// @param before the command that leads there
    static Program startIn(List<String> before, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(before);
        command.addAll(command(main, "256m", arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put(DISCOVERY, "on");
        builder.environment().remove("DISPLAY");
        return start(builder);
    }

    /// @param heap as of -Xmx
    static Program start(Class<?> main, String heap, String[] arguments) {
        ProcessBuilder builder = new ProcessBuilder(command(main, heap, List.of(arguments)));
        builder.environment().remove("DISPLAY");
        return start(builder);
    }

    private static List<String> command(Class<?> main, String heap, List<String> arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + heap,
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                requireNonNull(System.getProperty("java.class.path")),
                                main.getName()));
        command.addAll(arguments);
        return command;
    }

    static Program start(ProcessBuilder builder) {
        // Nothing multicast leaves a test, but in networks of its own.
        builder.environment().putIfAbsent(DISCOVERY, "off");
        try {
            return new Program(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A host without a window on a free port, that listens.
    static Program host(Path data, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "host",
                                "--no-gui",
                                "--port",
                                "0",
                                "--bind",
                                "127.0.0.1",
                                "--data",
                                data.toString()));
        arguments.addAll(List.of(more));
        return start(arguments.toArray(String[]::new)).listening();
    }

    /// Waits until it listens; ends it when it does not.
    Program listening() {
        try {
            awaitLine("listening on ");
            return this;
        } catch (ConditionTimeoutException e) {
            close();
            throw e;
        }
    }

    private static void read(BufferedReader reader, List<String> lines) {
        try (reader) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add(String.valueOf(e));
        }
    }

    /// Whether it prints a line with `words` within `patience`.
    boolean says(String words, Duration patience) {
        try {
            await().atMost(patience)
                    .until(() -> out.stream().anyMatch(line -> line.contains(words)));
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    String awaitLine(String words) {
        await(words + " in " + out + err)
                .atMost(PATIENCE)
                .until(() -> out.stream().anyMatch(line -> line.contains(words)));
        return out.stream().filter(line -> line.contains(words)).findFirst().orElseThrow();
    }

    URI address() {
        return URI.create(awaitLine("listening on ").substring("listening on ".length()));
    }

    List<String> out() {
        return out;
    }

    List<String> err() {
        return err;
    }

    /// Asks it to end, as Ctrl-C and service managers do.
    void terminate() {
        // Not Process.destroy(): that closes the streams, and with them what is said last.
        process.toHandle().destroy();
    }

    /// Ends it as a power cut would.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    long pid() {
        return process.pid();
    }

    void write(String text) {
        try (var in = process.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a line to its standard input, which stays open.
    void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its exit code, when it and its output have ended.
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it still runs: " + out + err);
        }
        for (Thread reader : readers) {
            reader.join(PATIENCE);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        // What it had locked is free when it is gone.
        process.destroyForcibly().onExit().join();
    }
}
