package dev.hearth.cli;

import dev.hearth.model.SafeText;
import dev.hearth.net.FoundChat;
import dev.hearth.net.Neighbourhood.Surroundings;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `hearth find`: the chats that are announced on the networks of this computer.
@Command(
        name = "find",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        description = {
            "Lists the chats that are announced on this network: address, name, people.",
            "Each is joined by its address or its name: hearth join NAME, hearth say NAME TEXT."
        },
        footer = {"", "Exit codes: 0 found some, 1 found none, 2 not understood."})
final class FindCommand implements Callable<Integer> {
    private static final double LONGEST_TIMEOUT = 3_600;

    private final ChatLookup lookup;
    private final Console console;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long to listen for them (2 by default).")
    private double timeout = 2;

    @Option(
            names = "--json",
            description =
                    "Print JSON objects: id, name, people, address (the best to take), addresses.")
    private boolean json;

    FindCommand(ChatLookup lookup, Console console) {
        this.lookup = lookup;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!(timeout > 0 && timeout <= LONGEST_TIMEOUT)) {
            throw new UsageException(
                    "--timeout takes a number of seconds, more than 0 and at most 3600.");
        }
        Surroundings around = lookup.around(Duration.ofMillis((long) (timeout * 1_000)));
        around.chats().forEach(chat -> console.out().println(json ? json(chat) : line(chat)));
        if (!around.chats().isEmpty()) {
            return ExitCode.OK;
        }
        console.complain(
                around.listening()
                        ? "no chat is announced on this network. Guest Wi-Fi, VPNs and other"
                                + " subnets let no announcements through: there, ask the host for"
                                + " the address and use hearth join ADDRESS."
                        : "this computer is on no network where chats could be announced.");
        return ExitCode.FAILURE;
    }

    private static String line(FoundChat chat) {
        String people = chat.people() == 1 ? "1 person" : chat.people() + " people";
        return "%s  %s (%s)"
                .formatted(chat.addresses().getFirst(), SafeText.line(chat.name()), people);
    }

    private static JsonLine json(FoundChat chat) {
        return new JsonLine()
                .put("id", chat.id())
                .put("name", chat.name())
                .put("people", (long) chat.people())
                .put("address", chat.addresses().getFirst().toString())
                .putTexts("addresses", chat.addresses().stream().map(URI::toString).toList());
    }
}
