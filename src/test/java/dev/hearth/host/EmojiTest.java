package dev.hearth.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmojiTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"👍", "👍🏽", "❤️", "❤", "👩‍👩‍👧‍👦", "🇩🇪", "1️⃣", "🏴‍☠️", "☺", "🎉"})
    void oneEmojiIsOne(String emoji) {
        assertThat(Emoji.isOne(emoji)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "a", "1", "#", "call me", "👍👍", "👍 ", "👍a", "\u0000", "\ud83d",
                "\u200d", "\ufe0f", "漢", "á"
            })
    void nothingElseIs(String text) {
        assertThat(Emoji.isOne(text)).isFalse();
    }
}
