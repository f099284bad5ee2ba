package dev.hearth.ui.chat;

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
        assertThat(name("a\nb\u0000c")).isEqualTo("a b c");
        assertThat(name("\u202Eanima")).isEqualTo("anima");
        assertThat(name("x".repeat(10_000))).hasSize(64);
    }

    @Test
    void aTextKeepsItsLinesAndTabs() {
        assertThat(Shown.text("a\tb\nc")).isEqualTo("a\tb\nc");
        assertThat(Shown.text("a\r\nb\rc")).isEqualTo("a\nb\nc");
        assertThat(Shown.text("a\u0000b\u0007")).isEqualTo("a\uFFFDb\uFFFD");
    }
}
