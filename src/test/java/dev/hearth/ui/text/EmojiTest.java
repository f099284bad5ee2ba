package dev.hearth.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Emoji in texts, by their names, and as they are used.
final class EmojiTest {
    private static List<String> found(String text) {
        return EmojiFinder.in(text).stream()
                .map(each -> text.substring(each.start(), each.end()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "😀",
                "❤️",
                "❤",
                "👍🏽",
                "👩‍💻",
                "👨‍👩‍👧‍👦",
                "🏳️‍🌈",
                "🇩🇪",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "1️⃣",
                "#️⃣",
                "©️",
                "☺",
                "👩🏿‍🚀",
                "🤷🏻‍♀️",
                "🧑🏻‍🤝‍🧑🏿"
            })
    void isFoundWhole(String emoji) {
        assertThat(found("a" + emoji + "b")).containsExactly(emoji);
        assertThat(found(emoji + emoji)).containsExactly(emoji, emoji);
        assertThat(EmojiFinder.alone(" " + emoji + "\n" + emoji)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "#*0", "©", "™", "❤︎", "↔", "🇩", "a\u200db", "\uFE0F", "語", "\uD83D"})
    void textIsNoPicture(String text) {
        assertThat(found(text)).isEmpty();
        assertThat(EmojiFinder.alone(text)).isZero();
    }

    @Test
    void aSequenceThatNobodyDrewIsItsParts() {
        assertThat(EmojiFinder.in("😀\u200d🚀").stream().map(EmojiFinder.Found::drawing))
                .containsExactly("😀", "🚀");
        assertThat(found("😀\u200d🚀")).containsExactly("😀\u200d", "🚀");
    }

    @Test
    void everyEmojiOfTheTableHasItsDrawing() throws Exception {
        URL archive =
                Objects.requireNonNull(
                        EmojiTable.class.getResource("/dev/hearth/ui/emoji/drawings.zip"));
        try (var zip = new ZipFile(Path.of(URI.create(archive.toString())).toFile())) {
            for (Emoji emoji : EmojiTable.get().all()) {
                assertThat(zip.getEntry(EmojiDrawings.file(emoji.text())))
                        .as(emoji.name())
                        .isNotNull();
                for (String tone : emoji.tones()) {
                    assertThat(zip.getEntry(EmojiDrawings.file(tone))).as(tone).isNotNull();
                }
                assertThat(found(emoji.text())).containsExactly(emoji.text());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tada,🎉",
        "thumbsup,👍",
        "+1,👍",
        "party,🎉",
        "heart,❤️",
        "germany,🇩🇪",
        "sob,😭"
    })
    void isFoundByNamesAndWords(String words, String emoji) {
        assertThat(EmojiSearch.find(words, 20).stream().map(Emoji::text)).contains(emoji);
    }

    @Test
    void aNameComesBeforeWords() {
        assertThat(EmojiSearch.find("cat", 5).getFirst().name()).isEqualTo("cat");
        assertThat(EmojiSearch.find("  ", 5)).isEmpty();
        assertThat(EmojiSearch.find("nothing like this", 5)).isEmpty();
    }

    @Test
    void shortCodesAreOfferedWhereOneIsTyped() {
        assertThat(ShortCodes.offer("hi :tad", 7, 3).orElseThrow())
                .satisfies(offer -> assertThat(offer.start()).isEqualTo(3))
                .satisfies(offer -> assertThat(offer.emoji().getFirst().text()).isEqualTo("🎉"));
        assertThat(ShortCodes.offer("12:30", 5, 3)).isEmpty();
        assertThat(ShortCodes.offer(":p", 2, 3)).isEmpty();
        assertThat(ShortCodes.offer("http://x", 8, 3)).isEmpty();
        assertThat(ShortCodes.finished("go :tada:", 9).orElseThrow().emoji().getFirst().text())
                .isEqualTo("🎉");
        assertThat(ShortCodes.finished("a::", 3)).isEmpty();
        assertThat(ShortCodes.finished("10:20:", 6)).isEmpty();
    }

    @Test
    void skinHasFiveColours() {
        Emoji hand = EmojiTable.get().named("wave").orElseThrow();
        assertThat(hand.tones()).hasSize(5);
        assertThat(hand.inTone(0)).isEqualTo("👋");
        assertThat(hand.inTone(5)).isEqualTo("👋🏿");
        assertThat(EmojiTable.get().named("tada").orElseThrow().inTone(3)).isEqualTo("🎉");
        assertThat(EmojiTable.get().of("👋🏿")).contains(hand);
    }

    @Test
    void usedOnesAreRecentAndMostUsedComeFirst() {
        var use = new EmojiUse();
        assertThat(use.favourites(6)).isEqualTo(EmojiPicture.COMMON);
        use.use("🎉");
        use.use("🔥");
        use.use("🔥");
        use.use("🎉");
        use.use("🔥");
        assertThat(use.recent(9)).containsExactly("🔥", "🎉");
        assertThat(use.favourites(6)).startsWith("🔥", "🎉", "👍").hasSize(6);
        assertThat(use.recent(9)).containsExactly("🔥", "🎉");
    }

    @Test
    void thePickerMovesOverItsRows() {
        var use = new EmojiUse();
        use.use("🔥");
        var model = new EmojiPickerViewModel(use);
        assertThat(model.chosen().orElseThrow().text()).isEqualTo("🔥");
        model.moveAlong(1);
        assertThat(model.chosen().orElseThrow().text()).isEqualTo("😀");
        model.moveAcross(1);
        assertThat(model.chosen().orElseThrow())
                .isEqualTo(EmojiTable.get().all().get(EmojiPickerViewModel.COLUMNS));
        model.moveAcross(-1);
        model.moveAlong(-1);
        model.moveAlong(-1);
        assertThat(model.chosen().orElseThrow().text()).isEqualTo("🔥");
        model.queryProperty().set("wave");
        assertThat(model.chosen().orElseThrow().name()).isEqualTo("wave");
        model.nextTone();
        assertThat(model.inTone(model.chosen().orElseThrow())).isEqualTo("👋🏻");
        model.queryProperty().set("no such thing");
        assertThat(model.chosen()).isEmpty();
        model.moveAlong(1);
        model.moveAcross(1);
    }
}
