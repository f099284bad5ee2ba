package dev.hearth.host;

import static dev.hearth.model.RoomId.LOBBY;
import static dev.hearth.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.host.People.Entered;
import dev.hearth.host.People.Entrance;
import dev.hearth.model.Command.Mute;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who has read what, and who is typing: state, never entries.
final class SignsOfLifeTest {
    private final TestChat chat;
    private final Entered ann;

    SignsOfLifeTest(@TempDir Path folder) {
        chat = new TestChat(folder);
        ann = chat.enter(new Entrance(Optional.of("Ann"), false, Optional.empty()));
    }

    @BeforeEach
    void write() {
        for (int i = 0; i < 3; i++) {
            chat.post(ann.person(), LOBBY);
        }
        chat.news.clear();
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void readMarksMoveForwardOnlyAndNotBeyondTheEnd() {
        read(LOBBY, 2);
        read(LOBBY, 1);
        read(LOBBY, 2);
        read(LOBBY, 99);
        read(TestChat.NOWHERE, 1);
        assertThat(chat.news).containsExactly("read Ann lobby 2", "read Ann lobby 3");
        assertThat(readSeq()).isEqualTo(3);
    }

    @Test
    void readMarksAreStoredWithTheNextCommit() {
        read(LOBBY, 2);
        assertThat(stored()).isEmpty();
        chat.post(ann.person(), LOBBY);
        assertThat(stored()).isEqualTo(Map.of(LOBBY, 2L));
    }

    @Test
    void readMarksAreStoredAfterASecond() {
        read(LOBBY, 2);
        chat.pass(Duration.ofSeconds(1));
        chat.settle();
        await().untilAsserted(() -> assertThat(stored()).isEqualTo(Map.of(LOBBY, 2L)));
    }

    @Test
    void readMarksAreStoredWhenTheChatEnds() {
        read(LOBBY, 2);
        chat.reopen();
        chat.enter(new Entrance(Optional.empty(), false, Optional.of(ann.token())));
        assertThat(readSeq()).isEqualTo(2);
    }

    @Test
    void theMarksOfSomebodyNewWaitUntilTheyAreStored() {
        Person bob = chat.member("Bob");
        chat.host.read(bob, LOBBY, 2);
        chat.pass(Duration.ofSeconds(1));
        chat.settle();
        chat.post(ann.person(), LOBBY);
        chat.post(bob, LOBBY);
        assertThat(chat.store.readMarks(bob.id())).isEqualTo(Map.of(LOBBY, 2L));
    }

    @Test
    void typingIsToldOnceInThreeSeconds() {
        type(ann.person(), LOBBY);
        type(ann.person(), LOBBY);
        chat.pass(Typing.PAUSE.minusMillis(1));
        type(ann.person(), LOBBY);
        assertThat(typing()).containsExactly("typing Ann lobby");
        chat.pass(Duration.ofMillis(1));
        type(ann.person(), LOBBY);
        assertThat(typing()).hasSize(2);
    }

    @Test
    void typingIsToldOnlyOfThoseWhoMayWrite() {
        Person owner = chat.owner();
        Person bob = chat.member("Bob");
        RoomId cellar = chat.open(ann.person(), "Cellar", RoomKind.PRIVATE);
        RoomId garden = chat.open(ann.person(), "Garden", RoomKind.PUBLIC);
        chat.done(owner, new Mute(chat.id(), LOBBY, bob.id(), Optional.empty()));
        chat.news.clear();
        for (RoomId room : List.of(cellar, garden, LOBBY, TestChat.NOWHERE)) {
            type(bob, room);
        }
        assertThat(chat.news).isEmpty();
        type(ann.person(), cellar);
        assertThat(chat.news).containsExactly("typing Ann Cellar");
    }

    private void read(RoomId room, long seq) {
        chat.host.read(ann.person(), room, seq);
        chat.settle();
    }

    private void type(Person person, RoomId room) {
        chat.host.typing(person, room);
        chat.settle();
    }

    private Map<RoomId, Long> stored() {
        return chat.store.readMarks(ann.person().id());
    }

    private long readSeq() {
        return chat.onLoop(state -> state.rooms().head(LOBBY, ann.person().id())).readSeq();
    }

    /// Who comes is told of half a second later, in between.
    private List<String> typing() {
        return chat.news.stream().filter(each -> each.startsWith("typing")).toList();
    }
}
