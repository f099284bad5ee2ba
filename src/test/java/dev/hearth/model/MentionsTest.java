package dev.hearth.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MentionsTest {
    @ParameterizedTest
    @ValueSource(strings = {"@Ada", "look, @ada!", "(@ADA)", "x@adam @ada"})
    void aNameAfterAnAtSignCalls(String text) {
        assertThat(Mentions.isIn(text, "Ada")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "@adam", "mail@ada", "@ ada", "", "@"})
    void anythingElseDoesNot(String text) {
        assertThat(Mentions.isIn(text, "Ada")).isFalse();
        assertThat(Mentions.isIn(text, "")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"OWNER, true", "MODERATOR, true", "MEMBER, false", "GUEST, false"})
    void whoModeratesCallsEveryone(Role role, boolean called) {
        Person from = new Person(new PersonId("p"), "Omar", role);
        assertThat(Mentions.call("Dinner, @Everyone!", from, "Ada")).isEqualTo(called);
        assertThat(Mentions.call("Dinner, @ada!", from, "Ada")).isTrue();
        assertThat(Mentions.call("Dinner, everyone!", from, "Ada")).isFalse();
    }
}
