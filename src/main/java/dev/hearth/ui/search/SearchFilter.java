package dev.hearth.ui.search;

import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import java.util.Optional;

/// Which messages are looked through.
///
/// @param room where; empty for all rooms
/// @param from by whom; empty for anyone
record SearchFilter(Optional<RoomId> room, Optional<PersonId> from, Period period) {
    static final SearchFilter NONE =
            new SearchFilter(Optional.empty(), Optional.empty(), Period.EVER);

    SearchFilter in(Optional<RoomId> other) {
        return new SearchFilter(other, from, period);
    }

    SearchFilter by(Optional<PersonId> other) {
        return new SearchFilter(room, other, period);
    }

    SearchFilter within(Period other) {
        return new SearchFilter(room, from, other);
    }
}
