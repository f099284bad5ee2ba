package dev.hearth.host;

import static dev.hearth.model.RoomId.LOBBY;
import static dev.hearth.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.host.People.Entered;
import dev.hearth.host.People.Entrance;
import dev.hearth.log.StoredPerson;
import dev.hearth.model.Entry;
import dev.hearth.model.HostOptions;
import dev.hearth.model.Person;
import dev.hearth.model.RoomKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is forgotten, and what stays of them.
final class ForgettingTest {
    private final TestChat chat;

    ForgettingTest(@TempDir Path folder) {
        chat =
                new TestChat(
                        folder, new HostOptions(false, Duration.ofDays(90), HostOptions.BAN_HOLD));
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void whoWroteOnceAndStayedAwayIsForgottenAndTheirMessageKeepsTheName() {
        Entered eve = enter("Eve");
        Entered guest = chat.enter(new Entrance(Optional.of("Gus"), true, Optional.empty()));
        List<Entered> kept = List.of(enter("Wrote twice"), enter("In a room"), enter("Reads"));
        Entered here = enter("Here");
        Person owner = chat.owner();
        for (Entered each : List.of(eve, guest, here)) {
            chat.post(each.person(), LOBBY);
        }
        kept.forEach(each -> chat.post(each.person(), LOBBY));
        chat.post(kept.getFirst().person(), LOBBY);
        chat.open(kept.get(1).person(), "Garden", RoomKind.PUBLIC);
        chat.post(owner, LOBBY);
        List.of(eve, guest).forEach(each -> chat.leave(each.person()));
        kept.forEach(each -> chat.leave(each.person()));
        chat.leave(owner);
        chat.pass(Duration.ofDays(89));
        chat.post(here.person(), LOBBY);
        chat.host.read(kept.getLast().person(), LOBBY, chat.host.lastSeq(LOBBY));
        chat.settle();
        chat.pass(Duration.ofSeconds(2));
        chat.settle();
        assertThat(names()).contains("Eve", "Gus");

        chat.pass(Duration.ofDays(2));
        chat.settle();
        await().until(() -> !names().contains("Eve") && !names().contains("Gus"));

        assertThat(names()).contains("Wrote twice", "In a room", "Reads", "Here", "Olga");
        assertThat(chat.host.after(LOBBY, 0, 2))
                .extracting(Entry::from)
                .extracting(Person::name)
                .containsExactly("Eve", "Gus");
        assertThat(chat.member("Eve").name()).as("the name is free").isEqualTo("Eve");
        assertThat(enterAgain(eve).id()).isNotEqualTo(eve.person().id());
        assertThat(enterAgain(kept.getLast()).id()).isEqualTo(kept.getLast().person().id());
        chat.reopen();
        assertThat(names()).doesNotContain("Eve", "Gus");
    }

    @Test
    void aThousandWhoWroteOnceAreAllForgotten() {
        for (int i = 0; i < 1_000; i++) {
            Person person = chat.member("P" + i);
            chat.submit(person, new dev.hearth.model.Command.PostMessage(chat.id(), LOBBY, "x"))
                    .join();
            chat.leave(person);
        }
        assertThat(chat.store.people()).hasSize(1_000);
        chat.pass(Duration.ofDays(91));
        await().until(
                        () -> {
                            chat.pass(Duration.ofHours(7));
                            chat.settle();
                            return chat.store.people().isEmpty();
                        });
        assertThat(chat.host.lastSeq(LOBBY)).isEqualTo(1_000);
    }

    private Entered enter(String name) {
        return chat.enter(new Entrance(Optional.of(name), false, Optional.empty()));
    }

    private Person enterAgain(Entered before) {
        return chat.enter(new Entrance(Optional.empty(), false, Optional.of(before.token())))
                .person();
    }

    private List<String> names() {
        return chat.store.people().stream().map(StoredPerson::person).map(Person::name).toList();
    }
}
