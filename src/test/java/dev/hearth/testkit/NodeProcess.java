package dev.hearth.testkit;

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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;

/// A script of src/test/node, running: a real Socket.IO server or client of npm, or of Python. It
/// ends with [#close], and with its standard input if the tests themselves are killed. Thread-safe.
public final class NodeProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Not the first of the PATH: the system's packages belong to the system's Python.
    private static final String PYTHON = "/usr/bin/python3";

    private static final boolean PYTHON_HAS_SOCKET_IO = hasSocketIo();

    private final String script;
    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> listening = new CompletableFuture<>();

    private NodeProcess(String script, Process process) {
        this.script = script;
        this.process = process;
    }

    /// Starts a script, for example `servers/echo.mjs`, and does not wait for anything.
    public static NodeProcess start(String script, String... arguments) {
        return start("node", script, arguments);
    }

    private static NodeProcess start(String program, String script, String... arguments) {
        Path folder = Path.of(requireNonNull(System.getProperty("hearth.target"))).resolve("node");
        List<String> command = new ArrayList<>(List.of(program, script));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
            NodeProcess node = new NodeProcess(script, process);
            // Reading a pipe holds its carrier: two such virtual threads would stop all others.
            Thread.ofPlatform().daemon().name("node " + script).start(node::read);
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(program + " is needed for this test", e);
        }
    }

    /// Starts a script that says `listening PORT`, and waits until it does.
    public static NodeProcess server(String script, String... arguments) {
        return listening(start(script, arguments));
    }

    /// The same with a script for Python, where the system's has python-socketio; else the test is
    /// skipped.
    public static NodeProcess pythonServer(String script, String... arguments) {
        Assumptions.assumeTrue(
                PYTHON_HAS_SOCKET_IO, "needs " + PYTHON + " with the package python3-socketio");
        return listening(start(PYTHON, script, arguments));
    }

    private static boolean hasSocketIo() {
        try {
            return new ProcessBuilder(PYTHON, "-c", "import socketio")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static NodeProcess listening(NodeProcess node) {
        try {
            node.port();
            return node;
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (line.startsWith("listening ")) {
                    listening.complete(Integer.valueOf(line.substring("listening ".length())));
                }
            }
        } catch (IOException e) {
            lines.add(String.valueOf(e));
        }
        listening.completeExceptionally(new IOException("it ended"));
    }

    /// Where it listens; waits until it does.
    public int port() {
        try {
            return listening.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    script + " does not listen:\n" + String.join("\n", lines), e);
        }
    }

    /// `http://127.0.0.1:PORT`.
    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /// What it printed so far.
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /// Waits until it has printed such a line, and returns it.
    public String awaitLine(Predicate<String> wanted) {
        return Patience.await()
                .alias(script)
                .until(() -> lines.stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /// Writes a line to its standard input.
    public void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Ends it at once (SIGKILL) and waits for that.
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
