package dev.hearth.app;

import dev.hearth.cli.Console;
import dev.hearth.lan.LocalAddresses;
import dev.hearth.qr.QrCode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How others get into a chat that is hosted in a terminal: the address to take first, and, on a
/// terminal, the same for phones. Stateless.
final class Invitation {
    /// Black on white in every theme.
    private static final String BLACK_ON_WHITE = "\u001b[30;107m";

    private static final String PLAIN = "\u001b[0m";

    private Invitation() {}

    /// @param addresses the best first
    static List<String> lines(List<URI> addresses, boolean announced, String chatName) {
        Optional<URI> best = best(addresses);
        if (best.isEmpty()) {
            return List.of("Only programs on this computer get in: the chat has no other address.");
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                LocalAddresses.isOfLan(best.get())
                        ? "Others on the same Wi-Fi or network open " + best.get() + " first."
                        : "Others open " + best.get() + " first.");
        if (announced) {
            lines.add("Hearth there finds it by its name: " + chatName);
        }
        return lines;
    }

    /// The code of the best address, on a terminal.
    static List<String> code(List<URI> addresses, Console console) {
        if (!console.terminal()) {
            return List.of();
        }
        return best(addresses).stream()
                .map(address -> QrCode.of(address.toString()))
                .flatMap(
                        code ->
                                console.colours()
                                        ? code.halfBlocks(true).stream()
                                                .map(line -> BLACK_ON_WHITE + line + PLAIN)
                                        : code.halfBlocks(false).stream())
                .toList();
    }

    private static Optional<URI> best(List<URI> addresses) {
        return addresses.stream().filter(each -> !LocalAddresses.isLoopback(each)).findFirst();
    }
}
