package dev.hearth.client.replica;

import dev.hearth.log.ChatReader;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.Limits;
import dev.hearth.model.Mentions;
import dev.hearth.model.Person;
import dev.hearth.model.RoomActivity;
import dev.hearth.model.RoomId;
import java.util.List;
import java.util.Optional;

/// What is unread in a room, and its newest message: counted from the log. Immutable.
///
/// @param unread messages of others; counting stops at [RoomActivity#MOST_UNREAD]
/// @param mentions how many of them call this person
/// @param asOf up to where in the log everything about `last` is in it
record Tally(int unread, int mentions, Optional<FoldedMessage> last, long asOf) {
    private static final int PAGE = Limits.PAGE_ENTRIES.value();

    /// Reads what comes after `read` and not after `upTo`, and one message besides; blocks on the
    /// disk.
    static Tally of(ChatReader log, RoomId room, long read, long upTo, Person you) {
        HistoryPage newest = log.before(room, upTo + 1, 1);
        int unread = 0;
        int mentions = 0;
        long after = Math.min(read, upTo);
        boolean more = after < upTo;
        while (more && unread < RoomActivity.MOST_UNREAD) {
            List<FoldedMessage> page = log.from(room, after + 1, PAGE).messages();
            for (FoldedMessage each : page) {
                if (each.seq() <= upTo && unread < RoomActivity.MOST_UNREAD && counts(each, you)) {
                    unread++;
                    mentions += Mentions.call(each.text(), each.from(), you.name()) ? 1 : 0;
                }
            }
            more = !page.isEmpty() && page.getLast().seq() < upTo;
            after = page.isEmpty() ? upTo : page.getLast().seq();
        }
        return new Tally(unread, mentions, newest.messages().stream().findFirst(), newest.asOf());
    }

    private static boolean counts(FoldedMessage message, Person you) {
        return !message.deleted() && !message.from().id().equals(you.id());
    }
}
