package dev.hearth.model;

import java.util.List;

/// Messages of a room, the oldest first, as they were at one moment.
///
/// @param asOf the sequence number of the room's newest entry at that moment
/// @param more whether there are others further on in the direction that was asked for
public record HistoryPage(List<FoldedMessage> messages, long asOf, boolean more) {
    public HistoryPage {
        messages = List.copyOf(messages);
    }
}
