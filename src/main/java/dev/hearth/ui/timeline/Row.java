package dev.hearth.ui.timeline;

import dev.hearth.model.Message;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// An item and the one before it: all that is needed to draw its row. It looks back only, so that a
/// new message never changes a row that is already there.
record Row(Optional<Item> previous, Item item) {
    /// After a pause as long as this the author is named again.
    private static final Duration PAUSE = Duration.ofMinutes(5);

    boolean startsDay(ZoneId zone) {
        return previous.isEmpty()
                || !LocalDate.ofInstant(previous.get().at(), zone)
                        .equals(LocalDate.ofInstant(item.at(), zone));
    }

    /// Whether this row shows who speaks.
    boolean startsGroup(ZoneId zone) {
        return startsDay(zone) || !(goesOn() && isSoon());
    }

    private boolean isSoon() {
        return previous.filter(
                        before ->
                                Duration.between(before.at(), item.at()).abs().compareTo(PAUSE) < 0)
                .isPresent();
    }

    /// Whether the author is that of the message before.
    private boolean goesOn() {
        return item instanceof Item.Said(Message message)
                && previous.isPresent()
                && previous.get() instanceof Item.Said(Message before)
                && isBySameAuthor(before, message);
    }

    /// Strangers without a name may be different people.
    private static boolean isBySameAuthor(Message before, Message message) {
        if (message.own() || before.own()) {
            return message.own() && before.own();
        }
        return message.from().isKnown() && message.from().id().equals(before.from().id());
    }
}
