package dev.hearth.socketio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs an [AttackedServer] and talks to it.
final class Attacked implements AutoCloseable {
    private static final Pattern CONNECTS = Pattern.compile("connects=(\\d+)");

    final int port;
    private final Process process;
    private final BufferedReader out;
    private final PrintWriter in;
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    /// @param heap as of -Xmx
    Attacked(String heap) throws IOException {
        process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx" + heap,
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                AttackedServer.class.getName())
                        .start();
        out = reader(process.getInputStream());
        in =
                new PrintWriter(
                        new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8),
                        true);
        Thread.startVirtualThread(
                () -> reader(process.getErrorStream()).lines().forEach(complaints::add));
        port = Integer.parseInt(out.readLine());
    }

    private static BufferedReader reader(java.io.InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    String gauges() throws IOException {
        in.println("gauges");
        return String.valueOf(out.readLine());
    }

    int connects() throws IOException {
        Matcher matcher = CONNECTS.matcher(gauges());
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    /// What it said of memory that ran out.
    List<String> complaints() {
        return complaints.stream().filter(line -> line.contains("OutOf")).toList();
    }

    /// @return milliseconds that the close took
    long stop() throws IOException {
        in.println("close");
        return Long.parseLong(out.readLine());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
