package dev.hearth.host;

import static dev.hearth.model.RoomId.LOBBY;
import static dev.hearth.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.host.People.Entered;
import dev.hearth.host.People.Entrance;
import dev.hearth.log.StoredPerson;
import dev.hearth.model.Command.GiveRole;
import dev.hearth.model.Command.Mute;
import dev.hearth.model.Command.RemovePerson;
import dev.hearth.model.Command.Unban;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Origin;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names, tokens, roles and presence.
final class PeopleTest {
    private static final PersonId NOBODY = new PersonId("nobody");

    private final TestChat chat;

    PeopleTest(@TempDir Path folder) {
        chat = new TestChat(folder);
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void namesThatAreBorneAtTheSameTimeDiffer() {
        assertThat(plain("Ann").name()).isEqualTo("Ann");
        assertThat(plain("ANN").name()).isEqualTo("ANN-2");
        assertThat(chat.member("ａｎｎ").name()).isEqualTo("ａｎｎ-3");
    }

    @Test
    void withoutAFitNameOneIsAGuest() {
        assertThat(enter("\u202Eevil", Optional.empty()).person().name())
                .matches("guest-[0-9a-f]{4}");
        Entrance nameless = new Entrance(Optional.empty(), true, Optional.empty());
        assertThat(chat.enter(nameless).person().name()).matches("guest-[0-9a-f]{4}");
    }

    @Test
    void aPlainGuestsNameIsFreeAgainAtOnce() {
        chat.leave(plain("Ann"));
        assertThat(plain("Ann").name()).isEqualTo("Ann");
        assertThat(chat.onLoop((HostState state) -> state.people().listed().online())).hasSize(1);
    }

    @Test
    void theSameTokenIsTheSamePersonOnAnyNumberOfConnections() {
        Entered first = enter("Ann", Optional.empty());
        Entered second = enter("Ann", Optional.of(first.token()));
        assertThat(first.token()).matches("[0-9a-f]{64}");
        assertThat(second).isEqualTo(new Entered(first.person(), first.token(), false));
        chat.leave(first.person());
        assertThat(chat.onLoop((HostState state) -> state.people().isHere(first.person().id())))
                .isTrue();
    }

    @Test
    void aTokenThatNobodyGaveIsAsNone() {
        Entered entered = enter("Ann", Optional.of("made up"));
        assertThat(entered.token()).isNotEqualTo("made up");
        assertThat(entered.person().role()).isEqualTo(Role.MEMBER);
    }

    @Test
    void whoAsksAgainWithATokenOfTheirOwnIsTheSamePerson() {
        Entered first = chat.enter(withNewToken(Optional.empty()));
        assertThat(first.token()).isEqualTo("mine");
        assertThat(chat.enter(withNewToken(Optional.empty())))
                .isEqualTo(new Entered(first.person(), "mine", false));
        assertThat(enter("Ann", Optional.of("mine")).person()).isEqualTo(first.person());
        assertThat(chat.enter(withNewToken(Optional.of("forgotten"))).person())
                .isEqualTo(first.person());
    }

    @Test
    void aTokenThatIsKnownGoesBeforeANewOne() {
        Entered ann = enter("Ann", Optional.empty());
        Entered again = chat.enter(withNewToken(Optional.of(ann.token())));
        assertThat(again).isEqualTo(new Entered(ann.person(), ann.token(), false));
        assertThat(enter("Eve", Optional.of("mine")).person()).isNotEqualTo(ann.person());
    }

    private static Entrance withNewToken(Optional<String> token) {
        return new Entrance(Optional.of("Ann"), false, token, Optional.of("mine"), Origin.LOCAL);
    }

    @Test
    void whoHasWrittenIsRememberedOverARestart() {
        Entered ann = enter("Ann", Optional.empty());
        chat.post(ann.person(), LOBBY);
        assertThat(chat.store.people().toString()).doesNotContain(ann.token());
        chat.reopen();
        assertThat(plain("ann").name()).isEqualTo("ann-2");
        assertThat(enter("Ann", Optional.empty()).person().name()).isEqualTo("Ann-3");
        assertThat(enter("Ann", Optional.of(ann.token())).person()).isEqualTo(ann.person());
    }

    @Test
    void aGuestWhoHasWrittenComesBackAsTheSameWithAnotherNameIfNeedBe() {
        Entrance asGuest = new Entrance(Optional.of("Gus"), true, Optional.empty());
        Entered gus = chat.enter(asGuest);
        chat.post(gus.person(), LOBBY);
        chat.reopen();
        assertThat(chat.member("Gus").name()).isEqualTo("Gus");
        Person back = enter("Gus", Optional.of(gus.token())).person();
        assertThat(back).isEqualTo(new Person(gus.person().id(), "Gus-2", Role.GUEST));
    }

    @Test
    void whoNeverWroteLeavesNothing() {
        Entered ann = enter("Ann", Optional.empty());
        chat.leave(ann.person());
        graceIsOver();
        assertThat(chat.onLoop((HostState state) -> state.people().listed().firstFor(NOBODY, 100)))
                .isEmpty();
        Entered again = enter("Ann", Optional.of(ann.token()));
        assertThat(again.person().id()).isNotEqualTo(ann.person().id());
        assertThat(again.person().name()).isEqualTo("Ann");
        chat.reopen();
        assertThat(chat.store.people()).isEmpty();
    }

    @Test
    void aMemberMayComeBackUnderAnotherName() {
        Entered ann = enter("Ann", Optional.empty());
        chat.post(ann.person(), LOBBY);
        Person renamed = enter("Anna", Optional.of(ann.token())).person();
        assertThat(renamed).isEqualTo(new Person(ann.person().id(), "Anna", Role.MEMBER));
        presenceIsDue();
        assertThat(chat.news).contains("present Anna MEMBER online");
        assertThat(plain("Ann").name()).isEqualTo("Ann");
        assertThat(plain("Anna").name()).isEqualTo("Anna-2");
        chat.reopen();
        Entrance nameless = new Entrance(Optional.empty(), false, Optional.of(ann.token()));
        assertThat(chat.enter(nameless).person()).isEqualTo(renamed);
    }

    @Test
    void nobodyIsRenamedToANameThatIsTaken() {
        chat.post(chat.member("Ann"), LOBBY);
        Entered bob = enter("Bob", Optional.empty());
        assertThat(enter("ann", Optional.of(bob.token())).person().name()).isEqualTo("ann-2");
    }

    @Test
    void aNameThatCannotBeStoredIsNotTaken() throws SQLException {
        Entered ann = enter("Ann", Optional.empty());
        chat.post(ann.person(), LOBBY);
        try (var _ = chat.hold()) {
            assertThat(enter("Anna", Optional.of(ann.token())).person()).isEqualTo(ann.person());
        }
    }

    @Test
    void whatIsWrittenBearsTheNameAndRoleOneHasNow() {
        Entered ann = enter("Ann", Optional.empty());
        chat.post(ann.person(), LOBBY);
        Person anna = enter("Anna", Optional.of(ann.token())).person();
        chat.post(ann.person(), LOBBY);
        assertThat(chat.published.getLast().from()).isEqualTo(anna);
    }

    @Test
    void theOwnerIsWhoHasTheToken() {
        Entrance nameless =
                new Entrance(Optional.empty(), false, Optional.of(TestChat.OWNER_TOKEN));
        Entered owner = chat.enter(nameless);
        assertThat(owner.person().role()).isEqualTo(Role.OWNER);
        assertThat(owner.person().name()).isEqualTo("Owner");
        assertThat(owner.token()).isEqualTo(TestChat.OWNER_TOKEN);
        Person named = chat.owner();
        assertThat(named.id()).isEqualTo(owner.person().id());
        chat.post(named, LOBBY);
        chat.reopen();
        assertThat(chat.owner()).isEqualTo(named);
    }

    @Test
    void namesThatLookAlikeAreTheSameName() {
        enter("Alice", Optional.empty());
        assertThat(enter("Аlice", Optional.empty()).person().name()).isEqualTo("Аlice-2");
        assertThat(enter("AIice", Optional.empty()).person().name()).isEqualTo("AIice-3");
        assertThat(enter("Alicia", Optional.empty()).person().name()).isEqualTo("Alicia");
    }

    @Test
    void onlyTheOwnerMayBearAReservedName() {
        assertThatThrownBy(() -> enter("Оwner", Optional.empty())).hasMessageContaining("reserved");
        Entrance owner =
                new Entrance(Optional.of("Host"), false, Optional.of(TestChat.OWNER_TOKEN));
        assertThat(chat.enter(owner).person().name()).isEqualTo("Host");
    }

    @Test
    void anOwnerWhoOnlyLookedComesBackAsOwner() {
        chat.leave(chat.owner());
        graceIsOver();
        assertThat(chat.owner().role()).isEqualTo(Role.OWNER);
    }

    @Test
    void presenceIsToldOnceAndAfterTheGrace() {
        Entered ann = enter("Ann", Optional.empty());
        enter("Ann", Optional.of(ann.token()));
        chat.post(ann.person(), LOBBY);
        chat.leave(ann.person());
        chat.leave(ann.person());
        chat.pass(People.GRACE.minusMillis(1));
        chat.settle();
        chat.settle();
        assertThat(presence()).containsExactly("present Ann MEMBER online");
        assertThat(enter("Ann", Optional.of(ann.token())).firstConnection()).isFalse();
        chat.leave(ann.person());
        graceIsOver();
        presenceIsDue();
        assertThat(presence())
                .containsExactly("present Ann MEMBER online", "present Ann MEMBER offline");
        assertThat(chat.onLoop((HostState state) -> state.people().listed().firstFor(NOBODY, 100)))
                .containsExactly(new Presence(ann.person(), false, false));
        assertThat(enter("Ann", Optional.of(ann.token())).firstConnection()).isTrue();
    }

    @Test
    void whoCameAndWentWithinAMomentIsNotToldOf() {
        for (int i = 0; i < 100; i++) {
            chat.leave(plain("Eve"));
        }
        presenceIsDue();
        assertThat(presence()).isEmpty();
        Person eve = plain("Eve");
        presenceIsDue();
        assertThat(presence()).containsExactly("present Eve GUEST online");
        for (int i = 0; i < 100; i++) {
            chat.leave(eve);
            eve = plain("Eve");
        }
        chat.leave(eve);
        presenceIsDue();
        assertThat(presence()).hasSize(2).endsWith("present Eve GUEST offline");
    }

    @Test
    void whoWasListedForSomebodyIsToldOfWhenTheyGoAtOnce() {
        Person eve = plain("Eve");
        assertThat(chat.onLoop((HostState state) -> state.people().listed().firstFor(NOBODY, 100)))
                .hasSize(1);
        chat.leave(eve);
        presenceIsDue();
        assertThat(presence()).containsExactly("present Eve GUEST offline");
    }

    @Test
    void whoIsSpokenOfIsStoredToo() {
        Person owner = chat.owner();
        Entered ann = enter("Ann", Optional.empty());
        chat.done(owner, new Mute(chat.id(), LOBBY, ann.person().id(), Optional.empty()));
        assertThat(chat.store.people())
                .extracting(StoredPerson::person)
                .containsExactlyInAnyOrder(owner, ann.person());
        chat.reopen();
        assertThat(enter("Ann", Optional.of(ann.token())).person()).isEqualTo(ann.person());
    }

    @Test
    void aRoleInTheLobbyIsTheRoleInTheChat() {
        Person owner = chat.owner();
        Entered ann = enter("Ann", Optional.empty());
        chat.done(owner, new GiveRole(chat.id(), LOBBY, ann.person().id(), Role.MODERATOR));
        assertThat(chat.news.subList(chat.news.size() - 2, chat.news.size()))
                .containsExactly("entry role", "present Ann MODERATOR online");
        chat.reopen();
        Person back = enter("Ann", Optional.of(ann.token())).person();
        assertThat(back.role()).isEqualTo(Role.MODERATOR);
    }

    @Test
    void aGuestWhoBecomesAMemberGetsANameThatIsTheirsAlone() {
        Person owner = chat.owner();
        Entrance asGuest = new Entrance(Optional.of("Gus"), true, Optional.empty());
        Entered gus = chat.enter(asGuest);
        chat.post(gus.person(), LOBBY);
        chat.leave(gus.person());
        graceIsOver();
        chat.post(chat.member("Gus"), LOBBY);
        chat.done(owner, new GiveRole(chat.id(), LOBBY, gus.person().id(), Role.MEMBER));
        assertThat(chat.onLoop((HostState state) -> state.people().find(gus.person().id())))
                .contains(new Person(gus.person().id(), "Gus-2", Role.MEMBER));
    }

    @Test
    void whoIsBannedFromTheLobbyIsPutOutAndNotLetInAgain() {
        Person owner = chat.owner();
        Entered ann = enter("Ann", Optional.empty());
        ban(owner, ann.person());
        assertThat(chat.news).endsWith("standing Ann lobby", "room lobby", "out Ann banned");
        Entrance again = new Entrance(Optional.of("Ann"), false, Optional.of(ann.token()));
        TestChat.fails(chat.host.call(state -> state.people().enter(again)), ErrorCode.BANNED);
        chat.reopen();
        TestChat.fails(chat.host.call(state -> state.people().enter(again)), ErrorCode.BANNED);
        chat.done(chat.owner(), new Unban(chat.id(), LOBBY, ann.person().id()));
        assertThat(chat.enter(again).person()).isEqualTo(ann.person());
    }

    @Test
    void whoIsKickedFromTheLobbyIsPutOutAndMayComeBack() {
        Person owner = chat.owner();
        Entered ann = enter("Ann", Optional.empty());
        chat.done(owner, new RemovePerson(chat.id(), LOBBY, ann.person().id(), Removal.KICK));
        assertThat(chat.news).endsWith("out Ann kicked");
        assertThat(enter("Ann", Optional.of(ann.token())).person()).isEqualTo(ann.person());
        chat.post(ann.person(), LOBBY);
    }

    @Test
    void aHostThatIsIdleStillNoticesWhoIsAway() {
        Entered ann = enter("Ann", Optional.empty());
        chat.leave(ann.person());
        chat.pass(People.GRACE.minusMillis(1));
        chat.settle();
        chat.settle();
        chat.pass(Duration.ofMillis(1));
        await().untilAsserted(
                        () -> {
                            chat.pass(PresenceNews.WAIT);
                            assertThat(chat.news).endsWith("present Ann MEMBER offline");
                        });
    }

    private void ban(Person from, Person person) {
        chat.done(from, new RemovePerson(chat.id(), LOBBY, person.id(), Removal.BAN));
    }

    private void presenceIsDue() {
        chat.pass(PresenceNews.WAIT);
        chat.settle();
        chat.settle();
    }

    private void graceIsOver() {
        chat.pass(People.GRACE);
        chat.settle();
        // What is due is done after the turn in which it is noticed.
        chat.settle();
    }

    private List<String> presence() {
        return chat.news.stream().filter(each -> each.startsWith("present")).toList();
    }

    private Person plain(String name) {
        return chat.onLoop(state -> state.people().enterPlain(Optional.of(name), Origin.LOCAL));
    }

    private Entered enter(String name, Optional<String> token) {
        return chat.enter(new Entrance(Optional.of(name), false, token));
    }
}
