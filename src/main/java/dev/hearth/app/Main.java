package dev.hearth.app;

import dev.hearth.cli.Cli;
import dev.hearth.cli.Console;
import dev.hearth.client.ChatConnector;
import dev.hearth.client.connection.SocketIoConnector;
import java.time.Clock;
import java.time.ZoneId;

/// The start of the program, and the one place where its parts are put together. It must not extend
/// `javafx.application.Application`: on the class path that would be refused.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Logging.setUp();
        NativeLibraries.setUp();
        Clock clock = Clock.system(ZoneId.systemDefault());
        Console console = Console.ofProcess();
        // `say` and `tail` keep nothing, so they are guests.
        ChatConnector connector = new SocketIoConnector(clock);
        DesktopLauncher desk = new DesktopLauncher(console.out(), console.err(), clock);
        int code = new Cli(desk, connector, console).runProcess(arguments);
        ExitNote.write(code);
        System.exit(code);
    }
}
