package dev.hearth.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Person;
import dev.hearth.model.Role;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PeopleTest {
    private final People people = new People();

    @Test
    void namesThatAreBorneAtTheSameTimeDiffer() {
        assertThat(enter("Ann").name()).isEqualTo("Ann");
        assertThat(enter("ANN").name()).isEqualTo("ANN-2");
        assertThat(enter("ａｎｎ").name()).isEqualTo("ａｎｎ-3");
    }

    @Test
    void aNameIsFreeAgainWhenItsBearerHasLeft() {
        Person ann = enter("Ann");
        people.leave(ann);
        assertThat(enter("Ann").name()).isEqualTo("Ann");
        assertThat(people.online()).hasSize(1);
    }

    @Test
    void theSameKeyIsTheSamePersonEvenBeforeTheOldConnectionIsGone() {
        Person before = people.enter(Optional.of("Ann"), Optional.of("secret"), Role.MEMBER);
        Person again = people.enter(Optional.of("Ann"), Optional.of("secret"), Role.MEMBER);
        assertThat(again).isEqualTo(before);
        people.leave(before);
        assertThat(people.online()).containsExactly(again);
        people.leave(again);
        assertThat(people.online()).isEmpty();
        assertThat(people.enter(Optional.of("Ann"), Optional.of("secret"), Role.MEMBER))
                .isEqualTo(before);
    }

    @Test
    void whoComesBackAndFindsTheNameTakenIsStillTheSamePerson() {
        Person ann = people.enter(Optional.of("Ann"), Optional.of("secret"), Role.MEMBER);
        people.leave(ann);
        Person other = enter("Ann");
        assertThat(other.name()).isEqualTo("Ann");
        Person again = people.enter(Optional.of("Ann"), Optional.of("secret"), Role.MEMBER);
        assertThat(again.id()).isEqualTo(ann.id());
        assertThat(again.name()).isEqualTo("Ann-2");
        people.leave(again);
        people.leave(other);
        assertThat(enter("Ann-2").name()).isEqualTo("Ann-2");
    }

    @Test
    void withoutAFitNameOneIsAGuest() {
        assertThat(people.enter(Optional.empty(), Optional.empty(), Role.GUEST).name())
                .matches("guest-[0-9a-f]{4}");
        assertThat(enter("\u202Eevil").name()).matches("guest-[0-9a-f]{4}");
    }

    @Test
    void strangersWithKeysDoNotPileUp() {
        for (int i = 0; i < 10_050; i++) {
            Person person = people.enter(Optional.of("n" + i), Optional.of("key" + i), Role.GUEST);
            people.leave(person);
        }
        assertThat(people.online()).isEmpty();
        Person known = people.enter(Optional.of("x"), Optional.of("key10049"), Role.GUEST);
        Person forgotten = people.enter(Optional.of("x"), Optional.of("key7"), Role.GUEST);
        assertThat(known.name()).isEqualTo("n10049");
        assertThat(forgotten.name()).isEqualTo("x");
    }

    private Person enter(String name) {
        return people.enter(Optional.of(name), Optional.empty(), Role.GUEST);
    }
}
