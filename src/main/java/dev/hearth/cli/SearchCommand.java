package dev.hearth.cli;

import dev.hearth.model.FoldedMessage;
import dev.hearth.model.Limits;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.SafeText;
import dev.hearth.model.SearchAnswer;
import dev.hearth.model.SearchHits.Hit;
import dev.hearth.model.SearchRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hearth search`: looks for messages. Keeps nothing on disk.
@Command(
        name = "search",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        description = {
            "Looks for messages that have all the words, and prints them, the best first, one a"
                    + " line: when, the room and the number in it, who, and the text.",
            "On a terminal what was found is coloured, unless NO_COLOR is set. Needs a Hearth host."
        },
        footer = {
            "",
            "DATE is a day (2026-11-20), a time (2026-11-20T18:30), both as of this computer's"
                    + " zone, or how long ago (2w, 2d, 3h, 30m).",
            "",
            "Exit codes: 0 found, 1 nothing found or not possible (the reason is on standard"
                    + " error), 2 not understood."
        })
final class SearchCommand implements Callable<Integer> {
    private final Guests guests;
    private final Console console;
    private final Clock clock;
    @Mixin private NameOption name = new NameOption();

    @Parameters(index = "0", paramLabel = "URL", description = ChatLookup.WHERE)
    private String address = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "QUERY",
            description = {
                "The words. The last one may be unfinished; words \"in quotes\" have to follow on"
                        + " each other (keep the quotes from your shell)."
            })
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--room",
            paramLabel = "NAME",
            description = "Search only this room: #ideas, ideas, or its id.")
    private @Nullable String room;

    @Option(
            names = "--from",
            paramLabel = "NAME",
            description = "Search only what this person wrote.")
    private @Nullable String from;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "Search only messages since this date.")
    private @Nullable String since;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "Search only messages until this date, the whole day included.")
    private @Nullable String until;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Print at most this many, 1 to 100 (20 by default).")
    private int limit = 20;

    @Option(
            names = "--json",
            description = {
                "Print JSON objects as history does, with ranges: what was found, as pairs of start"
                        + " and end in UTF-16 units of the text."
            })
    private boolean json;

    SearchCommand(Guests guests, Console console, Clock clock) {
        this.guests = guests;
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        String text = String.join(" ", words).strip();
        if (text.isEmpty()) {
            throw new UsageException("There is nothing to look for.");
        }
        OptionBounds.check("--limit", limit, 1, Limits.SEARCH_HITS.value());
        Optional<Instant> earliest = moment("--since", since).map(Moment::start);
        Optional<Instant> latest = moment("--until", until).map(Moment::end);
        try (GuestSession visit = guests.to(address, name)) {
            HearthSession reception = HearthSession.at(visit);
            Optional<RoomId> in = Optional.ofNullable(room).map(reception::room).map(RoomHead::id);
            Optional<PersonId> by =
                    from == null ? Optional.empty() : Optional.of(reception.person(from));
            var request = new SearchRequest(text, in, by, earliest, latest, limit);
            return print(text, reception, reception.await(reception.chat().search(request)));
        }
    }

    private Optional<Moment> moment(String option, @Nullable String typed) {
        return Optional.ofNullable(typed).map(text -> Moment.read(option, text, clock));
    }

    private int print(String text, HearthSession reception, SearchAnswer answer) {
        answer.hits().hits().forEach(hit -> console.out().println(line(hit, reception)));
        console.out().flush();
        if (!answer.whole()) {
            console.complain(
                    answer.since()
                            .map(at -> "looked only since " + Lines.time(at, clock.getZone()))
                            .orElse("looked only at what is kept on this computer"));
        }
        if (answer.hits().hits().isEmpty()) {
            console.complain("nothing was found for “" + text + "”");
            return ExitCode.FAILURE;
        }
        if (answer.hits().more()) {
            console.complain("there are more: narrow it down, or raise --limit");
        }
        return ExitCode.OK;
    }

    private String line(Hit hit, HearthSession reception) {
        FoldedMessage message = hit.message();
        return json
                ? JsonMessages.of(message).put("ranges", hit.ranges()).toString()
                : "%s  %s %d  %s"
                        .formatted(
                                Lines.time(message.at(), clock.getZone()),
                                SafeText.line(reception.nameOf(message.room())),
                                message.seq(),
                                Lines.spoken(message, hit.ranges(), console.colours()));
    }
}
