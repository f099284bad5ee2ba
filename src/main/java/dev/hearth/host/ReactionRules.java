package dev.hearth.host;

import dev.hearth.model.Command.React;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HearthException;
import dev.hearth.model.Limits;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.TokenBucket;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// How often reactions may be put on a message and taken back, and how many different emoji a
/// message may have. Each change is an entry for ever, and is drawn by everybody. Confined to the
/// host loop.
final class ReactionRules {
    private static final long MILLIS = 60_000;
    private static final int KEPT = 1_000;

    /// What happened to the reactions of a message of late.
    private static final class Recent {
        private final Set<String> emoji;
        private final TokenBucket all;
        private final Map<PersonId, TokenBucket> people = new HashMap<>();

        Recent(Set<String> emoji, long now) {
            this.emoji = emoji;
            this.all = new TokenBucket(Limits.REACTIONS_OF_MESSAGE.value(), MILLIS, now);
        }

        boolean isFullFor(String wished) {
            return !emoji.contains(wished) && emoji.size() >= Limits.EMOJI_OF_MESSAGE.value();
        }

        boolean admits(PersonId person, long now) {
            TokenBucket own =
                    people.computeIfAbsent(
                            person,
                            _ -> new TokenBucket(Limits.REACTIONS_OF_PERSON.value(), MILLIS, now));
            own.pass(now);
            all.pass(now);
            if (own.until(1) > 0 || all.until(1) > 0) {
                return false;
            }
            own.take(1);
            all.take(1);
            return true;
        }
    }

    private final boolean limited;
    private final Map<Object, Recent> recent =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Object, Recent> eldest) {
                    return size() > KEPT;
                }
            };

    ReactionRules(boolean limited) {
        this.limited = limited;
    }

    /// @param where the message, over all rooms
    /// @param message reads it, with its reactions
    /// @throws HearthException RATE, FORBIDDEN
    void check(
            Person from,
            React command,
            Object where,
            Supplier<Optional<FoldedMessage>> message,
            Instant now) {
        if (!limited) {
            return;
        }
        Recent before = recent.computeIfAbsent(where, _ -> recent(message.get(), now));
        if (command.on() && before.isFullFor(command.emoji())) {
            // Some may have been taken back since.
            before.emoji.clear();
            message.get().ifPresent(it -> before.emoji.addAll(it.reactions().keySet()));
        }
        if (command.on() && before.isFullFor(command.emoji())) {
            throw Refusals.forbidden(
                    "There are "
                            + before.emoji.size()
                            + " different reactions on this message already.");
        }
        if (!before.admits(from.id(), now.toEpochMilli())) {
            throw new HearthException(
                    ErrorCode.RATE,
                    "The reactions to this message change too often. Try again soon.");
        }
        if (command.on()) {
            before.emoji.add(command.emoji());
        }
    }

    private static Recent recent(Optional<FoldedMessage> message, Instant now) {
        Set<String> emoji = new HashSet<>();
        message.ifPresent(it -> emoji.addAll(it.reactions().keySet()));
        return new Recent(emoji, now.toEpochMilli());
    }
}
