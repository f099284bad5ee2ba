package dev.hearth.app;

import dev.hearth.testkit.RealHost;
import java.io.IOException;
import java.nio.file.Path;

/// A host without limits in a process of its own, for benchmarks: it ends with its standard input.
final class FanOutHost {
    private FanOutHost() {}

    /// @param arguments the folder of its log
    public static void main(String[] arguments) throws IOException {
        try (RealHost host = RealHost.in(Path.of(arguments[0]))) {
            System.out.println("listening on " + host.address());
            while (System.in.read() >= 0) {
                // Nothing that is said there matters.
            }
        }
    }
}
