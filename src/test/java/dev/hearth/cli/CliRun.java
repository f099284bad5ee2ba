package dev.hearth.cli;

import dev.hearth.client.SocketIoConnector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The command line within the test's own process, on the real client. The launcher notes what it
/// was asked for. One command at a time.
final class CliRun {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Object> launched = new ArrayList<>();
    private byte[] input = {};

    CliRun withInput(String text) {
        input = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    int run(String... arguments) {
        Launcher launcher =
                new Launcher() {
                    @Override
                    public int window(WindowRequest request) {
                        launched.add(request);
                        return ExitCode.OK;
                    }

                    @Override
                    public int host(HostRequest request) {
                        launched.add(request);
                        return ExitCode.OK;
                    }

                    @Override
                    public int export(ExportRequest request) {
                        launched.add(request);
                        return ExitCode.OK;
                    }
                };
        Console console =
                new Console(new ByteArrayInputStream(input), Console.utf8(out), Console.utf8(err));
        return new Cli(launcher, new SocketIoConnector(InstantSource.system()), console)
                .run(arguments);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    List<Object> launched() {
        return launched;
    }
}
