package dev.hearth.app;

import java.time.Instant;
import java.util.Optional;

/// A program that may post, or might until its token was taken back.
///
/// @param id of the person who its messages are from
/// @param hash of its token; empty once that was taken back
/// @param since when its token was made
/// @param used when it last posted
record ProgramToken(
        String id, String name, Optional<String> hash, Instant since, Optional<Instant> used) {
    private static final String NONE = "-";

    boolean isValid() {
        return hash.isPresent();
    }

    ProgramToken revoked() {
        return new ProgramToken(id, name, Optional.empty(), since, used);
    }

    ProgramToken used(Optional<Instant> last) {
        return new ProgramToken(id, name, hash, since, last);
    }

    /// A name is last, for there may be spaces in it.
    String line() {
        return String.join(" ", id, hash.orElse(NONE), "" + since.toEpochMilli(), name);
    }

    /// Empty where `line` makes no sense.
    static Optional<ProgramToken> ofLine(String line) {
        String[] parts = line.split(" ", 4);
        if (parts.length < 4 || !parts[2].matches("\\d{1,15}")) {
            return Optional.empty();
        }
        return Optional.of(
                new ProgramToken(
                        parts[0],
                        parts[3],
                        Optional.of(parts[1]).filter(hash -> !hash.equals(NONE)),
                        Instant.ofEpochMilli(Long.parseLong(parts[2])),
                        Optional.empty()));
    }
}
