package dev.hearth.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmojiTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"👍", "👍🏽", "❤️", "❤", "👩‍👩‍👧‍👦", "🇩🇪", "1️⃣", "🏴‍☠️", "☺", "🎉"})
    void oneEmojiIsOne(String emoji) {
        assertThat(Emoji.isOne(emoji)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "❤, ❤️",
        "❤️, ❤️",
        "❤\ufe0f\ufe0f, ❤️",
        "⭐️, ⭐",
        "👍, 👍",
        "👍🏽, 👍🏽",
        "☝🏽, ☝🏽",
        "☝️🏽, ☝🏽",
        "1\u20e3, 1️⃣",
        "🏳‍🌈, 🏳️‍🌈",
        "🕵🏽‍♂, 🕵🏽‍♂️",
        "🇩🇪, 🇩🇪",
        "👩‍❤‍👩, 👩‍❤️‍👩"
    })
    void thePictureSignStandsExactlyWhereItIsNeeded(String emoji, String normal) {
        assertThat(Emoji.normalized(emoji)).isEqualTo(normal);
        assertThat(Emoji.normalized(normal)).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "1",
                "#",
                "call me",
                "👍👍",
                "👍 ",
                "👍a",
                "\u0000",
                "\ud83d",
                "\u200d",
                "\ufe0f",
                "漢",
                "á",
                "🇩",
                "🇩️",
                "🇩🇪🇩🇪",
                "\u20e3",
                "🏽",
                "a\u20e3"
            })
    void nothingElseIs(String text) {
        assertThat(Emoji.isOne(text)).isFalse();
    }
}
