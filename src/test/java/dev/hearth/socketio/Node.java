package dev.hearth.socketio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a script of src/test/node/socketio, as the build has installed it.
final class Node {
    /// @param output both streams
    record Result(int exit, String output) {}

    private Node() {}

    static Result run(String script, String... arguments) throws IOException, InterruptedException {
        Path folder = Path.of(System.getProperty("hearth.target", "target"), "node", "socketio");
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Result(process.waitFor(), output);
    }
}
