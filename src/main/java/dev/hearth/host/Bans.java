package dev.hearth.host;

import dev.hearth.model.BanReach;
import dev.hearth.model.Origin;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What a ban from the chat holds beside a token: a name and an address, for a while. Knows who
/// connected from where since the start. Confined to the host loop.
final class Bans {
    /// Who was at an address within this time is taken for somebody who may come from there again.
    private static final Duration LATELY = Duration.ofDays(1);

    private final BanHolds holds;
    private final InstantSource clock;
    private final Predicate<PersonId> banned;
    private final Effort effort;
    private final Map<Origin, Map<PersonId, KnownPerson>> byOrigin = new HashMap<>();

    Bans(BanHolds holds, InstantSource clock, Predicate<PersonId> banned, Effort effort) {
        this.holds = holds;
        this.clock = clock;
        this.banned = banned;
        this.effort = effort;
    }

    boolean isBanned(PersonId person) {
        return banned.test(person);
    }

    boolean isHeld(Origin from) {
        return holds.isHeld(from, clock.instant());
    }

    /// `who` comes from `from`: perhaps somebody banned without their token, as far as that can be
    /// told.
    ///
    /// @throws dev.hearth.model.HearthException BANNED
    void check(KnownPerson who, Optional<String> wish, Origin from) {
        if (banned.test(who.id())) {
            throw Refusals.banned();
        }
        if (who.isStored() || who.person().role() == Role.OWNER) {
            return;
        }
        Instant now = clock.instant();
        if (holds.isHeld(from, now)) {
            throw Refusals.banned();
        }
        if (wish.filter(name -> holds.isHeld(name, now)).isPresent()) {
            throw Refusals.bannedName();
        }
    }

    /// `who` is about to connect from `from`.
    void came(KnownPerson who, Origin from) {
        went(who);
        byOrigin.computeIfAbsent(from, _ -> new LinkedHashMap<>()).put(who.id(), who);
    }

    /// Nobody asks any more where `who` was.
    void went(KnownPerson who) {
        who.lastFrom()
                .ifPresent(
                        before ->
                                byOrigin.computeIfPresent(
                                        before,
                                        (_, there) -> {
                                            there.remove(who.id());
                                            return there.isEmpty() ? null : there;
                                        }));
    }

    /// What a ban of `person` from the chat would hold now, beside their token.
    ///
    /// @param origin where they connected from the last time, if that is known
    BanReach reach(PersonId person, Optional<Origin> origin) {
        Instant now = clock.instant();
        Instant until = holds.end(now);
        if (!until.isAfter(now)) {
            return new BanReach(until, false, "Only this person is banned: newcomers are let in.");
        }
        String sentence;
        if (origin.isEmpty()) {
            sentence = "It is not known where this person connected from";
        } else if (isNowhere(origin.get())) {
            sentence = "This person came from the host's own computer, or through its proxy";
        } else if (isShared(origin.get(), person)) {
            sentence = "Other people of this chat came from the same address";
        } else {
            return new BanReach(
                    until,
                    true,
                    "Newcomers of this name, and from this address, are kept out as well.");
        }
        return new BanReach(
                until,
                false,
                sentence
                        + ", so only newcomers of this name are kept out, not newcomers from this"
                        + " address.");
    }

    /// `person`, who is called `name`, was banned from the chat.
    void hold(PersonId person, String name, Optional<Origin> origin, Instant at) {
        holds.add(person, name, origin.filter(_ -> reach(person, origin).address()), at);
    }

    void lift(PersonId person) {
        holds.remove(person);
    }

    /// Whether everybody, or nobody in particular, comes from there.
    private static boolean isNowhere(Origin origin) {
        return origin.exempt() || origin.equals(Origin.behindProxy());
    }

    /// Whether somebody else who has written here came from there within a day.
    private boolean isShared(Origin origin, PersonId person) {
        Instant since = clock.instant().minus(LATELY);
        return byOrigin.getOrDefault(origin, Map.of()).values().stream()
                .filter(_ -> effort.look())
                .filter(who -> !who.id().equals(person) && who.isStored())
                .filter(who -> who.wasAt(origin, since))
                .anyMatch(who -> !banned.test(who.id()));
    }
}
