package dev.hearth.client;

import java.nio.file.Path;
import java.util.Optional;

/// How a person wants to talk with a server.
///
/// @param chosen what it is to speak, whatever it seems to: as [DialectCatalogue] gives it, or
///   [DialectCatalogue#AUTO] to find it out; empty: as was kept for that server, or found out
/// @param folder where the person keeps descriptions of servers
public record DialectWish(Optional<String> chosen, Optional<Path> folder) {
    public static final DialectWish NONE = new DialectWish(Optional.empty(), Optional.empty());

    public DialectWish withChosen(Optional<String> word) {
        return new DialectWish(word, folder);
    }
}
