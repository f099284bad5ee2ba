package dev.hearth.cli;

import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.HistoryRequest.Where;
import dev.hearth.model.Limits;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hearth history`: prints what was written in a room. Keeps nothing on disk.
@Command(
        name = "history",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        description = {
            "Prints what was written in a room, oldest first, one message a line:",
            "its number, when, who, and the text as it is now. Edited and deleted messages are"
                    + " marked. The newest ones unless --before or --around is given.",
            "Needs a Hearth host."
        },
        footer = {"", "Exit codes: 0 printed, 1 not possible, 2 not understood."})
final class HistoryCommand implements Callable<Integer> {
    private final Guests guests;
    private final Console console;
    private final Clock clock;
    @Mixin private NameOption name = new NameOption();

    @Parameters(paramLabel = "URL", description = ChatLookup.WHERE)
    private String address = "";

    @Option(
            names = "--room",
            paramLabel = "NAME",
            description = "Which room: #ideas, ideas, or its id (#lobby by default).")
    private String room = RoomId.LOBBY.value();

    @Option(
            names = "--before",
            paramLabel = "SEQ",
            description = "Print the newest messages before this number.")
    private @Nullable Long before;

    @Option(
            names = "--around",
            paramLabel = "SEQ",
            description = "Print the messages around this number.")
    private @Nullable Long around;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Print at most this many, 1 to 200 (50 by default).")
    private int limit = 50;

    @Option(
            names = "--json",
            description = {
                "Print JSON objects: seq, room, id, from, name, at (epoch ms), text, and where it"
                        + " applies edited, editedAt, deleted, replyTo, reactions."
            })
    private boolean json;

    HistoryCommand(Guests guests, Console console, Clock clock) {
        this.guests = guests;
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        OptionBounds.check("--limit", limit, 1, Limits.PAGE_ENTRIES.value());
        OptionBounds.check("--before", before, 1, Long.MAX_VALUE);
        OptionBounds.check("--around", around, 1, Long.MAX_VALUE);
        if (before != null && around != null) {
            throw new UsageException("--before and --around cannot be given together.");
        }
        try (GuestSession visit = guests.to(address, name)) {
            HearthSession reception = HearthSession.at(visit);
            RoomHead head = reception.room(room);
            var request = new HistoryRequest(head.id(), where(head), limit);
            print(reception.await(reception.chat().history(request)));
            return ExitCode.OK;
        }
    }

    private Where where(RoomHead head) {
        if (around != null) {
            return new Where.Around(around);
        }
        return new Where.Before(before != null ? before : head.lastSeq() + 1);
    }

    private void print(HistoryPage page) {
        page.messages().forEach(message -> console.out().println(line(message)));
        if (page.messages().isEmpty()) {
            console.complain("there is nothing to show");
        } else if (page.more() && around == null) {
            console.complain("there are older ones: --before " + page.messages().getFirst().seq());
        }
    }

    private String line(FoldedMessage message) {
        return json
                ? JsonMessages.of(message).toString()
                : "%d  %s  %s"
                        .formatted(
                                message.seq(),
                                Lines.time(message.at(), clock.getZone()),
                                Lines.spoken(message));
    }
}
