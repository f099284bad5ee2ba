package dev.hearth.model;

import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Payload.Posted;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of one message, which may be less than all: an edit may be held without the
/// message. Confined to its [RoomFold].
final class MessageFold {
    private record Text(String text, Instant at) {}

    private record Reaction(PersonId person, String emoji) {}

    private @Nullable Entry post;
    private @Nullable FoldedMessage folded;
    private long foldedAsOf;
    private @Nullable Register<Text> edit;
    private final Map<Reaction, Register<Boolean>> reactions = new HashMap<>();
    private boolean deleted;

    void post(Entry entry) {
        post = entry;
        deleted |= entry.payload() instanceof Erased;
        forget();
    }

    void edit(Entry entry, String text) {
        Register<Text> said = new Register<>(entry.seq(), new Text(text, entry.at()));
        if (entry.seq() > foldedAsOf && !deleted) {
            edit = edit == null ? said : Register.<Text>later().apply(edit, said);
        }
    }

    void react(Entry entry, String emoji, boolean on) {
        if (entry.seq() > foldedAsOf && !deleted) {
            reactions.merge(
                    new Reaction(entry.from().id(), emoji),
                    new Register<>(entry.seq(), on),
                    Register.later());
        }
    }

    void delete() {
        deleted = true;
        forget();
    }

    /// `message` already holds everything up to `asOf`; what came later stays.
    void fold(FoldedMessage message, long asOf) {
        if (message.deleted()) {
            deleted = true;
        } else if (asOf >= foldedAsOf) {
            edit = edit != null && edit.seq() > asOf ? edit : null;
            reactions.values().removeIf(each -> each.seq() <= asOf);
        }
        if (folded == null || asOf >= foldedAsOf) {
            folded = message;
            foldedAsOf = asOf;
        }
        forget();
    }

    /// Nothing of a deleted text stays in memory either.
    private void forget() {
        if (deleted) {
            edit = null;
            reactions.clear();
            Entry entry = post;
            if (entry != null) {
                post = entry.with(new Erased(Optional.empty()));
            }
            FoldedMessage message = folded;
            if (message != null) {
                folded = message.erased();
            }
        }
    }

    /// The message; empty while only what happened to it is held.
    Optional<FoldedMessage> message() {
        FoldedMessage base = folded;
        if (base == null && post != null) {
            base = first(post);
        }
        return Optional.ofNullable(base).map(this::withTheRest);
    }

    private static FoldedMessage first(Entry entry) {
        return entry.payload() instanceof Posted posted
                ? FoldedMessage.of(entry, posted)
                : FoldedMessage.tombstone(entry);
    }

    private FoldedMessage withTheRest(FoldedMessage base) {
        if (deleted) {
            return base.erased();
        }
        Register<Text> latest = edit;
        FoldedMessage message =
                latest == null ? base : base.edited(latest.value().text(), latest.value().at());
        return reactions.isEmpty() ? message : message.withReactions(reactions(base));
    }

    private Map<String, Set<PersonId>> reactions(FoldedMessage base) {
        Map<String, Set<PersonId>> all = new LinkedHashMap<>();
        base.reactions().forEach((emoji, people) -> all.put(emoji, new LinkedHashSet<>(people)));
        reactions.entrySet().stream()
                .sorted(Comparator.comparingLong(each -> each.getValue().seq()))
                .forEach(each -> set(all, each.getKey(), each.getValue().value()));
        all.values().removeIf(Set::isEmpty);
        return all;
    }

    private static void set(Map<String, Set<PersonId>> all, Reaction reaction, boolean on) {
        Set<PersonId> people = all.computeIfAbsent(reaction.emoji(), _ -> new LinkedHashSet<>());
        if (on) {
            people.add(reaction.person());
        } else {
            people.remove(reaction.person());
        }
    }
}
