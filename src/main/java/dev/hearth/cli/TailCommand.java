package dev.hearth.cli;

import dev.hearth.client.DialectWish;
import dev.hearth.client.JoinRequest.History;
import dev.hearth.model.Capabilities;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
        description = {
            "Prints messages of #lobby as they come, one a line, until Ctrl-C; where people write to"
                    + " each other, those to you.",
            "When one is edited, it is printed again with its new text: “maria (edited): text”."
                    + " When one is deleted, only --json says so."
        },
        footer = {"", "Exit codes: 0 its reader has gone, 1 not possible, 2 not understood."})
final class TailCommand implements Callable<Integer> {
    private final Guests guests;
    private final Console console;
    private final ToldEdits told = new ToldEdits();
    private boolean hasLog;
    private boolean hasLobby = true;
    private boolean away;
    @Mixin private NameOption name = new NameOption();
    @Mixin private DialectOption dialect = new DialectOption();
    private final Launcher launcher;
    private final DataOption data;

    @Parameters(paramLabel = "URL", description = ChatLookup.WHERE)
    private String address = "";

    @Option(
            names = "--since",
            paramLabel = "OFFSET",
            description =
                    "First print everything after this place in the log: the seq that --json shows."
                            + " 0 prints everything that the server has. Servers that number"
                            + " nothing give what they give.")
    private @Nullable Long since;

    @Option(
            names = "--json",
            description = {
                "Print JSON objects: seq, room, id, from, name, at (epoch ms), text; null stands for what"
                        + " this server does not tell. An edited message is told again with"
                        + " \"edited\": true and its new text, a deleted one with \"deleted\": true"
                        + " and an empty text."
            })
    private boolean json;

    TailCommand(Guests guests, Console console, Launcher launcher, DataOption data) {
        this.guests = guests;
        this.console = console;
        this.launcher = launcher;
        this.data = data;
    }

    @Override
    public Integer call() {
        OptionBounds.check("--since", since, 0, Long.MAX_VALUE);
        History history = since == null ? History.NONE : new History.After(since);
        DialectWish wish = dialect.wish(launcher.dialects(data.folder()));
        try (GuestSession visit = guests.to(address, name, history, wish)) {
            return printAll(visit.events());
        } catch (InterruptedException e) {
            return ExitCode.OK;
        }
    }

    private int printAll(BlockingQueue<Event> events) throws InterruptedException {
        while (!console.out().checkError()) {
            switch (events.take()) {
                case Event.MessageAdded(var message) -> print(message);
                case Event.MessageChanged(var message) -> {
                    if (told.isNews(message)) {
                        print(message);
                    }
                }
                case Event.OlderMessages(var _, List<Message> messages, var _) -> {
                    // Older than what is there, which is nothing: the room had been empty.
                    if (since != null) {
                        messages.forEach(this::print);
                    }
                }
                case Event.ConnectionChanged(ConnectionState.Refused refused) -> {
                    console.complain(refused.code(), refused.reason());
                    return ExitCode.FAILURE;
                }
                case Event.Noticed(String sentence) -> console.complain(sentence);
                case Event.ConnectionChanged(ConnectionState.Closed _) -> {
                    return ExitCode.OK;
                }
                case Event.ConnectionChanged(var state) -> note(state);
                case Event.MessageRemoved _,
                        Event.RoomReset _,
                        Event.ChatNamed _,
                        Event.Happened _,
                        Event.RoomsChanged _,
                        Event.ActivityChanged _,
                        Event.RoomGone _,
                        Event.PeopleChanged _,
                        Event.Typing _,
                        Event.ReadUpTo _,
                        Event.Entered _,
                        Event.CommandFailed _ -> {}
            }
        }
        return ExitCode.OK;
    }

    private void print(Message message) {
        if (hasLobby && !message.room().equals(RoomId.LOBBY)) {
            return;
        }
        told.remember(message);
        if (json) {
            console.out().println(JsonMessages.of(message, hasLog));
        } else if (!message.details().deleted()) {
            console.out().println(Lines.spoken(message));
        }
    }

    private void note(ConnectionState state) {
        switch (state) {
            case ConnectionState.CatchingUp(var can) -> back(can);
            case ConnectionState.Online(var can) -> back(can);
            case ConnectionState.Offline offline -> {
                if (!away) {
                    away = true;
                    console.complain(offline.reason() + " Trying again…");
                }
            }
            case ConnectionState.Connecting _,
                    ConnectionState.Entering _,
                    ConnectionState.Refused _,
                    ConnectionState.Closed _ -> {}
        }
    }

    private void back(Capabilities can) {
        hasLog = can.hasLog();
        hasLobby = can.lobby();
        if (away) {
            away = false;
            console.complain("connected again");
        }
    }
}
