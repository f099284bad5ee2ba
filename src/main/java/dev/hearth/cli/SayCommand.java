package dev.hearth.cli;

import dev.hearth.client.DialectWish;
import dev.hearth.model.Capabilities;
import dev.hearth.model.Capabilities.Confirmation;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.FailureText;
import dev.hearth.model.HearthException;
import dev.hearth.model.Limits;
import dev.hearth.model.RoomId;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hearth say`: sends one message and waits until the server has it. Keeps nothing on disk.
@Command(
        name = "say",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        description = {
            "Sends one message, and waits until the server has it.",
            "While there is time, it is sent again after a cut, where the server can tell that it"
                    + " is the same one: it is never there twice."
        },
        footer = {
            "",
            "Exit codes: 0 the server has it, 1 not sent, 2 not understood, 3 sent but not"
                    + " confirmed."
        })
final class SayCommand implements Callable<Integer> {
    private static final double LONGEST_TIMEOUT = 86_400;

    private final Guests guests;
    private final Console console;
    @Mixin private NameOption name = new NameOption();
    @Mixin private ArgumentsOption arguments = new ArgumentsOption();
    @Mixin private DialectOption dialect = new DialectOption();
    private final Launcher launcher;
    private final DataOption data;

    @Parameters(index = "0", paramLabel = "URL", description = ChatLookup.WHERE)
    private String address = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "TEXT",
            description = "What to say; - reads it from standard input.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--to",
            paramLabel = "NAME",
            description =
                    "To whom, on servers where people write to each other (--dialect private).")
    private @Nullable String to;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long to wait until the server has it (10 by default).")
    private double timeout = 10;

    private boolean sent;
    private Confirmation confirms = Confirmation.UNKNOWN;

    SayCommand(Guests guests, Console console, Launcher launcher, DataOption data) {
        this.guests = guests;
        this.console = console;
        this.launcher = launcher;
        this.data = data;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!(timeout > 0 && timeout <= LONGEST_TIMEOUT)) {
            throw new UsageException(
                    "--timeout takes a number of seconds, more than 0 and at most 86400.");
        }
        String text = text();
        DialectWish wish = dialect.wish(launcher.dialects(data.folder()));
        try (GuestSession visit = guests.to(address, name, arguments.chosen(), wish)) {
            long end = System.nanoTime() + Duration.ofMillis((long) (timeout * 1_000)).toNanos();
            Addressee addressee = new Addressee(Optional.ofNullable(to), visit.events(), end);
            Optional<RoomId> room = addressee.await();
            if (room.isEmpty()) {
                return fail(addressee.why());
            }
            if (visit.chat().state() instanceof ConnectionState.Online(var can)) {
                online(can);
            }
            return outcome(visit.chat().room(room.get()).send(text), visit.events(), end);
        }
    }

    private int outcome(EntryId id, BlockingQueue<Event> events, long end)
            throws InterruptedException {
        while (true) {
            @Nullable Event event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            switch (event) {
                case null -> {
                    return sent ? notConfirmed() : fail("not sent: no answer within the timeout.");
                }
                case Event.MessageAdded(var message) when message.id().equals(id) -> {}
                case Event.MessageChanged(var message) when message.id().equals(id) -> {
                    OptionalInt code = of(message.delivery());
                    if (code.isPresent()) {
                        return code.getAsInt();
                    }
                }
                case Event.ConnectionChanged(var state) -> {
                    switch (state) {
                        case ConnectionState.Online(var can) -> online(can);
                        case ConnectionState.CatchingUp(var can) -> online(can);
                        case ConnectionState.Refused refused -> {
                            return fail(FailureText.of(refused.code(), refused.reason()));
                        }
                        case ConnectionState.Connecting _,
                                ConnectionState.Entering _,
                                ConnectionState.Offline _,
                                ConnectionState.Closed _ -> {}
                    }
                }
                case Event.MessageAdded _,
                        Event.MessageChanged _,
                        Event.MessageRemoved _,
                        Event.OlderMessages _,
                        Event.RoomReset _,
                        Event.Happened _,
                        Event.RoomsChanged _,
                        Event.ActivityChanged _,
                        Event.RoomGone _,
                        Event.PeopleChanged _,
                        Event.Typing _,
                        Event.ReadUpTo _,
                        Event.Entered _,
                        Event.CommandFailed _,
                        Event.ChatNamed _,
                        Event.Noticed _ -> {}
            }
        }
    }

    private OptionalInt of(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sending _ -> OptionalInt.empty();
            case Delivery.Delivered _ -> OptionalInt.of(ExitCode.OK);
            case Delivery.NotConfirmed _ -> OptionalInt.of(notConfirmed());
            case Delivery.Failed failed ->
                    OptionalInt.of(fail(FailureText.of(failed.code(), failed.reason())));
        };
    }

    private void online(Capabilities can) {
        sent = true;
        confirms = can.confirms();
    }

    private int notConfirmed() {
        console.complain(
                confirms == Confirmation.UNKNOWN
                        ? "the server does not react to “chat message”, and nothing it said shows"
                                + " which events it knows: it may have ignored this. Choose what"
                                + " it speaks with --dialect (see “hearth say --help”)."
                        : "sent, not confirmed");
        return ExitCode.NOT_CONFIRMED;
    }

    private int fail(String reason) {
        console.complain(reason);
        return ExitCode.FAILURE;
    }

    private String text() {
        if (!words.equals(List.of("-"))) {
            return String.join(" ", words);
        }
        try {
            return TypedText.read(console.in(), Limits.PLAIN_TEXT_BYTES.value());
        } catch (CharacterCodingException e) {
            throw new HearthException(
                    ErrorCode.MALFORMED,
                    "Standard input is not UTF-8 text. Convert it first, for example with iconv.",
                    e);
        } catch (IOException e) {
            throw new HearthException(ErrorCode.MALFORMED, "Standard input could not be read.", e);
        }
    }
}
