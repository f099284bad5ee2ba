package dev.hearth.ui.search;

import dev.hearth.model.FoldedMessage;
import dev.hearth.model.SearchHits.Hit;
import dev.hearth.ui.kit.Problem;
import java.util.List;
import java.util.Optional;

/// A hit too far back for the timeline, with the messages before and after it.
///
/// @param messages in order, the hit among them
/// @param problem why there is nothing but the hit
record Surroundings(Hit hit, List<FoldedMessage> messages, Optional<Problem> problem) {
    Surroundings {
        messages = List.copyOf(messages);
    }

    static Surroundings alone(Hit hit, Optional<Problem> problem) {
        return new Surroundings(hit, List.of(hit.message()), problem);
    }

    boolean isHit(FoldedMessage message) {
        return message.id().equals(hit.message().id());
    }
}
