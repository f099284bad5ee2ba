package dev.hearth.app;

import dev.hearth.cli.Cli;
import dev.hearth.cli.Console;
import dev.hearth.client.ChatConnector;
import dev.hearth.client.connection.SocketIoConnector;
import dev.hearth.net.MulticastNeighbourhood;
import dev.hearth.net.Neighbourhood;
import java.time.Clock;
import java.time.ZoneId;

/// The start of the program, and the one place where its parts are put together. It must not extend
/// `javafx.application.Application`: on the class path that would be refused.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        run(arguments, MulticastNeighbourhood.of(System.getenv()));
    }

    /// @param neighbourhood what this program says and hears on its networks
    static void run(String[] arguments, Neighbourhood neighbourhood) {
        Logging.setUp();
        NativeLibraries.setUp();
        Clock clock = Clock.system(ZoneId.systemDefault());
        Console console = Console.ofProcess();
        // `say` and `tail` keep nothing, so they are guests.
        ChatConnector connector = new SocketIoConnector(clock);
        DesktopLauncher desk = new DesktopLauncher(neighbourhood, console, clock);
        int code = new Cli(desk, connector, neighbourhood, console).runProcess(arguments);
        ExitNote.write(code);
        System.exit(code);
    }
}
