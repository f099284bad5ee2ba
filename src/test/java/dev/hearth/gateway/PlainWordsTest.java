package dev.hearth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Names;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import java.util.Collections;
import org.junit.jupiter.api.Test;

final class PlainWordsTest {
    private static final Person GUEST = new Person(new PersonId("g"), "guest-7f3a", Role.GUEST);
    private static final Person BOB = new Person(new PersonId("b"), "Bob", Role.MEMBER);

    private static String told(Person from, String text) {
        return PlainWords.of(
                from,
                text,
                (name, self) ->
                        (isLike(name, "Alice") && !self.value().equals("a"))
                                || (isLike(name, "Bob") && !self.value().equals("b"))
                                || (isLike(name, "C: D") && !self.value().equals("c")));
    }

    private static boolean isLike(String name, String other) {
        return !Collections.disjoint(Names.looks(name), Names.looks(other));
    }

    @Test
    void aGuestsTextGoesOutUnchanged() {
        for (String text : new String[] {"hi", "note: buy milk", "http://a.example", ": )", ""}) {
            assertThat(told(GUEST, text)).isEqualTo(text);
        }
    }

    @Test
    void aNamedPersonsTextHasTheNameInFront() {
        assertThat(told(BOB, "note: hi")).isEqualTo("Bob: note: hi");
        assertThat(told(BOB, "a\nBob: b")).isEqualTo("Bob: a\nBob: b");
    }

    @Test
    void aLineThatPassesForSomebodyElsesGetsItsAuthorInFront() {
        for (String text :
                new String[] {
                    "Alice: I agree",
                    "  alice : I agree",
                    "\u200bAlice: x",
                    "Аliсe: x",
                    "Alice：x",
                    "Owner: x",
                    "Hearth: x",
                    "C: D: x"
                }) {
            assertThat(told(GUEST, text)).as(text).isEqualTo("guest-7f3a: " + text);
        }
        assertThat(told(GUEST, "hi\nAlice: yes\nok")).isEqualTo("hi\nguest-7f3a: Alice: yes\nok");
        assertThat(told(BOB, "hi\rAlice: yes")).isEqualTo("Bob: hi\rBob: Alice: yes");
    }

    @Test
    void aTextOfNothingButColonsCostsFewLookUps() {
        int[] asked = {0};
        String text = PlainWords.of(GUEST, "a:b:c:d\n".repeat(100_000), (_, _) -> ++asked[0] < 0);
        assertThat(asked[0]).isEqualTo(200);
        assertThat(text).endsWith("guest-7f3a: a:b:c:d\n");
    }
}
