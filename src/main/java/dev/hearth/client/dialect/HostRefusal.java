package dev.hearth.client.dialect;

import dev.hearth.model.ByeReason;
import dev.hearth.model.FailureText;
import dev.hearth.model.HearthException;
import dev.hearth.protocol.Events;
import dev.hearth.protocol.Hello;
import java.util.Optional;

/// Why a chat does not enter a host, or was sent away by it, in words for its person. Stateless.
final class HostRefusal {
    private HostRefusal() {}

    /// @param reason the word for it in `bye`
    /// @return empty when the chat itself ends
    static Optional<HearthException> ofBye(String reason) {
        return switch (ByeReason.ofWire(reason).orElse(ByeReason.ENDED)) {
            case BANNED -> Optional.of(sentAway(ByeReason.BANNED));
            case KICKED -> Optional.of(sentAway(ByeReason.KICKED));
            case REMOVED -> Optional.of(sentAway(ByeReason.REMOVED));
            case ENDED -> Optional.empty();
        };
    }

    private static HearthException sentAway(ByeReason why) {
        return new HearthException(why, FailureText.of(why));
    }

    /// @param server the server's host and port
    static String unproven(Hello hello, String server) {
        String where = "The server at " + server;
        return hello.proof().isPresent()
                ? where
                        + " claims to be a chat that it cannot prove to be. Nothing of yours was"
                        + " sent to it. Ask the owner of the chat for its address."
                : where
                        + " does not prove which chat it hosts: its Hearth is older than this one."
                        + " Nothing of yours was sent to it. Ask its owner to update it.";
    }

    static String otherVersion(Hello hello) {
        return hello.version() > Events.VERSION
                ? "This chat is hosted by a newer Hearth ("
                        + hello.software()
                        + "). Update Hearth on this computer to join it."
                : "This chat is hosted by an older Hearth ("
                        + hello.software()
                        + "). Ask its owner to update it.";
    }
}
