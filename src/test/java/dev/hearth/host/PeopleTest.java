package dev.hearth.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Person;
import dev.hearth.model.Role;
import dev.hearth.store.ChatStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PeopleTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_000);

    private final Path folder;
    private ChatStore store;
    private People people;

    PeopleTest(@TempDir Path folder) {
        this.folder = folder;
        store = ChatStore.open(folder, InstantSource.system(), _ -> {});
        people = new People(store.book());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void restart() {
        store.close();
        store = ChatStore.open(folder, InstantSource.system(), _ -> {});
        people = new People(store.book());
    }

    @Test
    void namesThatAreBorneAtTheSameTimeDiffer() {
        assertThat(guest("Ann").name()).isEqualTo("Ann");
        assertThat(guest("ANN").name()).isEqualTo("ANN-2");
        assertThat(guest("ａｎｎ").name()).isEqualTo("ａｎｎ-3");
    }

    @Test
    void aGuestsNameIsFreeAgainWhenTheGuestHasGone() {
        people.leave(guest("Ann"));
        assertThat(guest("Ann").name()).isEqualTo("Ann");
        assertThat(people.online()).hasSize(1);
    }

    @Test
    void theSameKeyIsTheSamePersonEvenBeforeTheOldConnectionIsGone() {
        Person before = member("Ann", "secret");
        Person again = member("Ann", "secret");
        assertThat(again).isEqualTo(before);
        assertThat(again.role()).isEqualTo(Role.MEMBER);
        people.leave(before);
        assertThat(people.online()).containsExactly(again);
        people.leave(again);
        assertThat(people.online()).isEmpty();
    }

    @Test
    void whoHasSpokenIsRememberedOverARestart() {
        Person ann = member("Ann", "secret");
        people.remember(ann, NOW);
        people.leave(ann);
        restart();
        assertThat(guest("ann").name()).isEqualTo("ann-2");
        assertThat(member("Ann", "another").name()).isEqualTo("Ann-3");
        assertThat(member("Ann", "secret")).isEqualTo(ann);
    }

    @Test
    void whoNeverSpokeLeavesNothing() {
        Person ann = member("Ann", "secret");
        people.leave(ann);
        restart();
        assertThat(store.people()).isEmpty();
        assertThat(guest("Ann").name()).isEqualTo("Ann");
    }

    @Test
    void guestsAreNotRemembered() {
        Person bob = guest("Bob");
        people.remember(bob, NOW);
        assertThat(store.people()).isEmpty();
    }

    @Test
    void aMemberMayComeBackUnderAnotherName() {
        Person ann = member("Ann", "secret");
        people.remember(ann, NOW);
        Person renamed = member("Anna", "secret");
        assertThat(renamed.id()).isEqualTo(ann.id());
        assertThat(renamed.name()).isEqualTo("Anna");
        assertThat(guest("Ann").name()).isEqualTo("Ann");
        assertThat(guest("Anna").name()).isEqualTo("Anna-2");
        assertThat(people.enter(Optional.empty(), Optional.of("secret"))).isEqualTo(renamed);
    }

    @Test
    void nobodyIsRenamedToANameThatIsTaken() {
        people.remember(member("Ann", "a"), NOW);
        people.remember(member("Bob", "b"), NOW);
        assertThat(member("ann", "b").name()).isEqualTo("ann-2");
    }

    @Test
    void withoutAFitNameOneIsAGuest() {
        assertThat(people.enter(Optional.empty(), Optional.empty()).name())
                .matches("guest-[0-9a-f]{4}");
        assertThat(guest("\u202Eevil").name()).matches("guest-[0-9a-f]{4}");
    }

    private Person guest(String name) {
        return people.enter(Optional.of(name), Optional.empty());
    }

    private Person member(String name, String key) {
        return people.enter(Optional.of(name), Optional.of(key));
    }
}
