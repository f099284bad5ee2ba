package dev.hearth.client.link;

import dev.hearth.client.MessageArguments;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// What a server's own page and its scripts show of the events that it speaks. Immutable.
///
/// @param sent the events that the page sends
/// @param heard the events that it listens to
/// @param arguments how it sends a `chat message`; empty when it does not, or in no way that is
///   understood
public record PageWords(Set<String> sent, Set<String> heard, Optional<MessageArguments> arguments) {
    /// Of a page that says nothing, or that cannot be read.
    public static final PageWords NOTHING = new PageWords(Set.of(), Set.of(), Optional.empty());

    public PageWords {
        sent = Set.copyOf(sent);
        heard = Set.copyOf(heard);
    }

    /// Whether the page shows no event that it sends: what it listens to may be clicks.
    public boolean isSilent() {
        return sent.isEmpty();
    }

    /// This and what another script says.
    PageWords and(PageWords other) {
        return new PageWords(
                union(sent, other.sent), union(heard, other.heard), arguments.or(other::arguments));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }
}
