package dev.hearth.protocol;

import dev.hearth.model.Limits;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Opened;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Reacted;
import dev.hearth.model.Payload.Renamed;
import dev.hearth.model.Payload.TopicSet;

/// What a host may say at most, so that nothing of it fills the memory of those who listen: the
/// bounds that hosts hold their own clients to. Stateless.
final class WireBounds {
    /// JavaScript counts no further, and nothing overflows that is counted on from here.
    static final long MOST_SEQ = (1L << 53) - 1;

    /// The end of the year 9999, in epoch milliseconds.
    static final long LAST_TIME = 253_402_300_799_999L;

    /// Of an id, in characters. Ids that hosts make have a prefix.
    static final int ID_CHARACTERS = 2 * Limits.ID_CHARACTERS.value();

    /// Entries of one list of rooms or people.
    static final int LIST = 10_000;

    /// Of a sentence that a host says to a person, in characters.
    static final int SENTENCE_CHARACTERS = 1_000;

    private WireBounds() {}

    static boolean fits(Payload payload) {
        return payload.about().map(of -> fitsId(of.value())).orElse(true)
                && switch (payload) {
                    case Posted posted ->
                            fitsText(posted.text())
                                    && posted.files().size() <= Limits.FILES.value()
                                    && posted.replyTo().map(it -> fitsId(it.value())).orElse(true);
                    case Edited edited -> fitsText(edited.text());
                    case Reacted reacted -> !Limits.EMOJI_BYTES.isPassedBy(reacted.emoji());
                    case Opened opened -> fitsName(opened.name()) && fitsTopic(opened.topic());
                    case TopicSet topic -> fitsTopic(topic.topic());
                    case Renamed renamed -> fitsName(renamed.name());
                    case Payload _ -> true;
                };
    }

    static boolean fitsText(String text) {
        return !Limits.PLAIN_TEXT_BYTES.isPassedBy(text);
    }

    static boolean fitsId(String id) {
        return id.length() <= ID_CHARACTERS;
    }

    private static boolean fitsName(String name) {
        return name.codePointCount(0, name.length()) <= 2 * Limits.NAME_CHARACTERS.value();
    }

    private static boolean fitsTopic(String topic) {
        return topic.codePointCount(0, topic.length()) <= Limits.TOPIC_CHARACTERS.value();
    }

    /// The first so many characters, whole ones.
    static String cut(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
    }
}
