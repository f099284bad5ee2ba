package dev.hearth.cli;

import dev.hearth.model.FoldedMessage;
import dev.hearth.model.Message;
import java.time.Instant;

/// Messages as JSON objects. Members that would say no are left out. Stateless.
final class JsonMessages {
    private JsonMessages() {}

    /// @param told whether the server tells more than what was said
    static JsonLine of(Message message, boolean told) {
        boolean known = message.from().isKnown();
        return new JsonLine()
                .put("seq", message.seq().isPresent() ? message.seq().getAsLong() : null)
                .put("room", told ? message.room().value() : null)
                .put("id", told ? message.id().value() : null)
                .put("from", known ? message.from().id().value() : null)
                .put("name", known ? message.from().name() : null)
                .put("at", told ? message.at().toEpochMilli() : null)
                .put("text", message.text())
                .putIf(message.details().edited().isPresent(), "edited")
                .putIf(message.details().deleted(), "deleted");
    }

    static JsonLine of(FoldedMessage message) {
        var line =
                new JsonLine()
                        .put("seq", message.seq())
                        .put("room", message.room().value())
                        .put("id", message.id().value())
                        .put("from", message.from().id().value())
                        .put("name", message.from().name())
                        .put("at", message.at().toEpochMilli())
                        .put("text", message.text())
                        .putIf(message.edited().isPresent(), "edited");
        message.edited().map(Instant::toEpochMilli).ifPresent(at -> line.put("editedAt", at));
        line.putIf(message.deleted(), "deleted");
        message.replyTo().ifPresent(id -> line.put("replyTo", id.value()));
        if (!message.reactions().isEmpty()) {
            var reactions = new JsonLine();
            message.reactions()
                    .forEach((emoji, people) -> reactions.put(emoji, (long) people.size()));
            line.put("reactions", reactions);
        }
        return line;
    }
}
