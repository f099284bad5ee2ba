package dev.hearth.app;

import dev.hearth.cli.Cli;
import dev.hearth.cli.Console;
import dev.hearth.client.connection.SocketIoConnector;
import dev.hearth.net.Neighbourhood;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/// A command of the program, put together as `Main` does and run in the test's own process: for
/// commands that end by themselves, where the process is not what is tested.
///
/// @param code what the process would have exited with
record CommandRun(int code, List<String> out, List<String> err) {
    static CommandRun of(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        Console console = new Console(InputStream.nullInputStream(), stream(out), stream(err));
        Clock clock = Clock.system(ZoneId.systemDefault());
        var launcher = new DesktopLauncher(Neighbourhood.NONE, console, clock);
        int code =
                new Cli(launcher, new SocketIoConnector(clock), Neighbourhood.NONE, console)
                        .run(arguments);
        return new CommandRun(code, lines(out), lines(err));
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static List<String> lines(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
