package dev.hearth.client;

import java.nio.file.Path;
import java.util.Optional;

/// How a person wants to talk with a server.
///
/// @param chosen what it is to speak, whatever it seems to: as [DialectCatalogue#wish] gives it;
///   empty: found out, or as was kept for that server
/// @param folder where the person keeps descriptions of servers
public record DialectWish(Optional<String> chosen, Optional<Path> folder) {
    public static final DialectWish NONE = new DialectWish(Optional.empty(), Optional.empty());

    public DialectWish withChosen(String word) {
        return new DialectWish(Optional.of(word), folder);
    }
}
