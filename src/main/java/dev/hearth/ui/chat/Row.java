package dev.hearth.ui.chat;

import dev.hearth.model.Message;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// A message and the one before it: all that is needed to draw its row. It looks back only, so that
/// a new message never changes a row that is already there.
record Row(Optional<Message> previous, Message message) {
    /// After a pause as long as this the author is named again.
    private static final Duration PAUSE = Duration.ofMinutes(5);

    boolean startsDay(ZoneId zone) {
        return previous.isEmpty()
                || !LocalDate.ofInstant(previous.get().at(), zone)
                        .equals(LocalDate.ofInstant(message.at(), zone));
    }

    /// Whether this row shows who speaks.
    boolean startsGroup(ZoneId zone) {
        return startsDay(zone)
                || previous.filter(before -> isBySameAuthor(before) && isSoonAfter(before))
                        .isEmpty();
    }

    private boolean isSoonAfter(Message before) {
        return Duration.between(before.at(), message.at()).compareTo(PAUSE) < 0;
    }

    /// Strangers without a name may be different people.
    private boolean isBySameAuthor(Message before) {
        if (message.own() || before.own()) {
            return message.own() && before.own();
        }
        return message.from().isKnown() && message.from().equals(before.from());
    }
}
