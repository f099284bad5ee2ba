package dev.hearth.cli;

import dev.hearth.client.ChatConnector;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.ServerKind;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hearth tail`: prints messages as they come, and comes back by itself after a cut. Keeps nothing
/// on disk. Ends when its output is closed or its thread is interrupted; a signal may end the
/// program at any time, for each line is written out whole.
@Command(
        name = "tail",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        description = "Prints messages as they come, one a line, until Ctrl-C.")
final class TailCommand implements Callable<Integer> {
    private final ChatConnector connector;
    private final Console console;
    private ServerKind server = ServerKind.PLAIN_ECHO;
    private boolean away;
    @Mixin private NameOption name = new NameOption();

    @Parameters(paramLabel = "URL", description = "Where the chat is: host, host:port, http://…")
    private String address = "";

    @Option(
            names = "--json",
            description = {
                "Print JSON objects: seq, room, id, from, name, at (epoch ms), text; null is what"
                        + " this server does not tell."
            })
    private boolean json;

    TailCommand(ChatConnector connector, Console console) {
        this.connector = connector;
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Visit visit = Visit.to(connector, address, name)) {
            return printAll(visit.events());
        } catch (InterruptedException e) {
            return ExitCode.OK;
        }
    }

    private int printAll(BlockingQueue<Event> events) throws InterruptedException {
        while (true) {
            switch (events.take()) {
                case Event.MessageAdded(var message) -> {
                    console.out().println(json ? jsonOf(message) : lineOf(message));
                    if (console.out().checkError()) {
                        return ExitCode.OK;
                    }
                }
                case Event.ConnectionChanged(ConnectionState.Refused refused) -> {
                    console.complain(refused.reason());
                    return ExitCode.FAILURE;
                }
                case Event.ConnectionChanged(ConnectionState.Closed _) -> {
                    return ExitCode.OK;
                }
                case Event.ConnectionChanged(var state) -> note(state);
                case Event.MessageChanged _,
                        Event.MessageRemoved _,
                        Event.OlderMessages _,
                        Event.RoomReset _,
                        Event.Happened _,
                        Event.RoomsChanged _,
                        Event.RoomGone _,
                        Event.PeopleChanged _,
                        Event.Typing _,
                        Event.ReadUpTo _,
                        Event.Entered _,
                        Event.CommandFailed _ -> {}
            }
        }
    }

    private void note(ConnectionState state) {
        switch (state) {
            case ConnectionState.Online online -> {
                server = online.server();
                if (away) {
                    away = false;
                    console.complain("connected again");
                }
            }
            case ConnectionState.Offline offline -> {
                if (!away) {
                    away = true;
                    console.complain(offline.reason() + " Trying again…");
                }
            }
            case ConnectionState.Connecting _,
                    ConnectionState.Entering _,
                    ConnectionState.CatchingUp _,
                    ConnectionState.Refused _,
                    ConnectionState.Closed _ -> {}
        }
    }

    private static String lineOf(Message message) {
        String text = Plain.line(message.text());
        return message.from().isKnown() ? Plain.line(message.from().name()) + ": " + text : text;
    }

    private String jsonOf(Message message) {
        boolean told = server == ServerKind.HEARTH;
        boolean known = message.from().isKnown();
        return new JsonLine()
                .put("seq", message.seq().isPresent() ? message.seq().getAsLong() : null)
                .put("room", told ? message.room().value() : null)
                .put("id", told ? message.id().value() : null)
                .put("from", known ? message.from().id().value() : null)
                .put("name", known ? message.from().name() : null)
                .put("at", told ? message.at().toEpochMilli() : null)
                .put("text", message.text())
                .toString();
    }
}
