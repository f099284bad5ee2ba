package dev.hearth.cli;

import dev.hearth.testkit.Patience;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// The command line as a process of its own, in a plain C locale.
final class CliProcess implements AutoCloseable {
    private final Process process;
    private final List<String> out = new CopyOnWriteArrayList<>();
    private final List<String> err = new CopyOnWriteArrayList<>();

    CliProcess(String... arguments) {
        this(List.of(), arguments);
    }

    /// Into `head -n 1`, which reads one line and goes. Ends when both have.
    static CliProcess intoHead(String... arguments) {
        return new CliProcess(List.of("sh", "-c", "\"$@\" | head -n 1", "sh"), arguments);
    }

    private CliProcess(List<String> before, String... arguments) {
        List<String> command = new ArrayList<>(before);
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CliMain.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Reading a pipe holds its carrier: two such virtual threads would stop all others.
        Thread.Builder daemons = Thread.ofPlatform().daemon();
        daemons.start(() -> read(process.inputReader(StandardCharsets.UTF_8), out));
        daemons.start(() -> read(process.errorReader(StandardCharsets.UTF_8), err));
    }

    private static void read(BufferedReader reader, List<String> lines) {
        try (reader) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException _) {
            // Closed by the test.
        }
    }

    List<String> out() {
        return List.copyOf(out);
    }

    List<String> err() {
        return List.copyOf(err);
    }

    String awaitOut(Predicate<String> wanted) {
        return await(out, wanted);
    }

    String awaitErr(Predicate<String> wanted) {
        return await(err, wanted);
    }

    private static String await(List<String> lines, Predicate<String> wanted) {
        return Patience.await()
                .until(() -> lines.stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /// SIGTERM.
    void terminate() {
        process.destroy();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int awaitExit() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new AssertionError("it does not end: " + out + err);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
