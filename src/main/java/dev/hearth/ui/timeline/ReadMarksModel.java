package dev.hearth.ui.timeline;

import dev.hearth.model.Message;
import dev.hearth.model.PersonId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How far everybody has read. FX thread only.
final class ReadMarksModel {
    /// Who has seen the person's own last message. Earlier messages show no readers.
    record Seen(Message message, Set<PersonId> by) {}

    private final Map<PersonId, Long> upTo = new LinkedHashMap<>();
    private long own;

    void heard(PersonId person, long seq) {
        upTo.merge(person, seq, Math::max);
    }

    /// @return whether that is news
    boolean readOneself(long seq) {
        boolean news = seq > own;
        own = Math.max(own, seq);
        return news;
    }

    /// Who has seen `message`, except `you`.
    Optional<Seen> seen(Message message, PersonId you) {
        if (message.seq().isEmpty()) {
            return Optional.empty();
        }
        Set<PersonId> by = new LinkedHashSet<>();
        upTo.forEach(
                (person, seq) -> {
                    if (seq >= message.seq().getAsLong() && !person.equals(you)) {
                        by.add(person);
                    }
                });
        return by.isEmpty() ? Optional.empty() : Optional.of(new Seen(message, by));
    }

    void clear() {
        upTo.clear();
        own = 0;
    }
}
