package dev.hearth.host;

import dev.hearth.model.Names;
import dev.hearth.model.Origin;
import dev.hearth.model.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps those out for a while who were banned and come again without their token: newcomers of the
/// same name, and from the same address. Confined to the host loop.
///
/// Everybody reads the log, so an address is never in it: what is held is written down beside it,
/// and only for as long as it is held.
final class BanHolds {
    private static final Logger LOG = LoggerFactory.getLogger(BanHolds.class);

    /// @param looks what the eye takes the name for
    private record Hold(
            PersonId person,
            String name,
            Set<String> looks,
            Optional<Origin> origin,
            Instant until) {
        Hold(PersonId person, String name, Optional<Origin> origin, Instant until) {
            this(person, name, Names.looks(name), origin, until);
        }
    }

    /// Where holds outlive the program.
    interface Memory {
        /// @throws dev.hearth.model.HearthException STORAGE
        void keep(String holds);

        Optional<String> kept();
    }

    private final Duration time;
    private final Memory memory;
    private final Map<PersonId, Hold> holds = new LinkedHashMap<>();

    /// @param time for how long a ban holds more than the token
    BanHolds(Duration time, Memory memory, Instant now) {
        this.time = time;
        this.memory = memory;
        List<Hold> kept =
                memory.kept().stream()
                        .flatMap(String::lines)
                        .flatMap(line -> read(line).stream())
                        .toList();
        kept.stream()
                .filter(hold -> hold.until().isAfter(now))
                .forEach(hold -> holds.put(hold.person(), hold));
        if (holds.size() < kept.size()) {
            keep();
        }
    }

    /// When what begins at `at` ends.
    Instant end(Instant at) {
        return at.plus(time);
    }

    /// @param origin the address to hold; empty where it is not to be
    void add(PersonId person, String name, Optional<Origin> origin, Instant at) {
        holds.values().removeIf(hold -> !hold.until().isAfter(at));
        holds.put(person, new Hold(person, name, origin, end(at)));
        keep();
    }

    /// The ban is lifted.
    void remove(PersonId person) {
        if (holds.remove(person) != null) {
            keep();
        }
    }

    /// Whether nobody new may come from there.
    boolean isHeld(Origin origin, Instant now) {
        return holds.values().stream()
                .filter(hold -> hold.until().isAfter(now))
                .anyMatch(hold -> hold.origin().equals(Optional.of(origin)));
    }

    /// Whether nobody new may be called so, or like it to the eye.
    boolean isHeld(String name, Instant now) {
        Set<String> looks = Names.looks(name);
        return holds.values().stream()
                .filter(hold -> hold.until().isAfter(now))
                .anyMatch(hold -> !Collections.disjoint(hold.looks(), looks));
    }

    /// A disk that refuses this now has the ban itself, and this until the program ends.
    private void keep() {
        List<String> lines = new ArrayList<>();
        holds.values().forEach(hold -> lines.add(write(hold)));
        try {
            memory.keep(String.join("\n", lines));
        } catch (RuntimeException e) {
            LOG.warn("for how long bans hold could not be written down", e);
        }
    }

    private static String write(Hold hold) {
        return String.join(
                "\t",
                hold.person().value(),
                Long.toString(hold.until().toEpochMilli()),
                hold.origin().map(Origin::address).orElse(""),
                hold.name());
    }

    private static Optional<Hold> read(String line) {
        String[] parts = line.split("\t", 4);
        if (parts.length < 4 || !parts[1].matches("\\d{1,15}")) {
            return Optional.empty();
        }
        Optional<Origin> origin =
                Optional.of(parts[2])
                        .filter(address -> !address.isEmpty())
                        .map(address -> new Origin(address, false));
        return Optional.of(
                new Hold(
                        new PersonId(parts[0]),
                        parts[3],
                        origin,
                        Instant.ofEpochMilli(Long.parseLong(parts[1]))));
    }
}
