package dev.hearth.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.ui.fakes.FakeChat;
import org.junit.jupiter.api.Test;

final class ShownTest {
    private static String name(String name) {
        return Shown.name(FakeChat.person(name));
    }

    @Test
    void aNameIsOneLineThatTurnsNothing() {
        assertThat(name("Amina")).isEqualTo("Amina");
        assertThat(name("a\nb\u0000c")).isEqualTo("a b\\u0000c");
        assertThat(name("\u202Eanima")).isEqualTo("\\u202eanima");
        assertThat(name("x".repeat(10_000))).hasSize(64);
    }

    @Test
    void aTextKeepsItsLinesAndTabs() {
        assertThat(Shown.text("a\tb\nc")).isEqualTo("a\tb\nc");
        assertThat(Shown.text("a\r\nb\rc")).isEqualTo("a\nb\nc");
        assertThat(Shown.text("a\u0000b\u0007")).isEqualTo("a\\u0000b\\u0007");
    }

    @Test
    void whatWouldTurnAFileNameAroundIsShown() {
        assertThat(Shown.text("photo\u202egnp.exe")).isEqualTo("photo\\u202egnp.exe");
        assertThat(Shown.text("a\u2066b\u2069")).isEqualTo("a\\u2066b\\u2069");
        assertThat(Shown.text("\u05d0\u200f!")).isEqualTo("\u05d0\u200f!");
    }

    @Test
    void ofMarksThatPileUpTheFirstAreLeft() {
        assertThat(Shown.text("Z" + "\u0351".repeat(300) + "a\u0301"))
                .isEqualTo("Z" + "\u0351".repeat(5) + "a\u0301");
        assertThat(Shown.text("👩‍👩‍👧 ❤️ 1️⃣")).isEqualTo("👩‍👩‍👧 ❤️ 1️⃣");
    }
}
