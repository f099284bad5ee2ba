package dev.hearth.cli;

import dev.hearth.client.ChatConnector;
import dev.hearth.client.DialectCatalogue;
import dev.hearth.client.connection.SocketIoConnector;
import dev.hearth.client.dialect.KnownDialects;
import dev.hearth.net.Neighbourhood;
import dev.hearth.ui.fakes.FakeWorld;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The command line within the test's own process, on the real client unless told otherwise. The
/// launcher notes what it was asked for. One command at a time.
final class CliRun {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Object> launched = new ArrayList<>();
    private final ChatConnector connector;
    private Neighbourhood neighbourhood = Neighbourhood.NONE;
    private boolean colours;
    private byte[] input = {};

    CliRun() {
        this(new SocketIoConnector(InstantSource.system()));
    }

    /// On a made-up client.
    CliRun(ChatConnector connector) {
        this.connector = connector;
    }

    /// Where chats are found.
    CliRun within(Neighbourhood networks) {
        neighbourhood = networks;
        return this;
    }

    CliRun withColours() {
        colours = true;
        return this;
    }

    CliRun withInput(String text) {
        return withInput(text.getBytes(StandardCharsets.UTF_8));
    }

    CliRun withInput(byte[] bytes) {
        input = bytes.clone();
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
                    public DialectCatalogue dialects(Optional<Path> data) {
                        return new KnownDialects(data.map(it -> it.resolve("dialects")));
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

                    @Override
                    public int backup(BackupRequest request) {
                        launched.add(request);
                        return ExitCode.OK;
                    }

                    @Override
                    public int token(TokenRequest request) {
                        launched.add(request);
                        return ExitCode.OK;
                    }

                    @Override
                    public int restore(BackupRequest request) {
                        launched.add(request);
                        return ExitCode.OK;
                    }
                };
        Console console =
                new Console(
                        new ByteArrayInputStream(input),
                        Console.utf8(out),
                        Console.utf8(err),
                        colours,
                        colours);
        return new Cli(launcher, connector, neighbourhood, console, FakeWorld.CLOCK).run(arguments);
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
