package dev.hearth.host;

import static dev.hearth.model.RoomId.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.host.ChatHost.Receipt;
import dev.hearth.host.People.Entered;
import dev.hearth.host.People.Entrance;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Command.RemovePerson;
import dev.hearth.model.Command.Unban;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HostOptions;
import dev.hearth.model.Origin;
import dev.hearth.model.Person;
import dev.hearth.model.Removal;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a ban from the chat holds, and for how long.
final class BanTest {
    private static final Origin HOME = from("192.0.2.7");
    private static final Origin ELSEWHERE = from("192.0.2.8");

    private final TestChat chat;
    private final Person owner;

    BanTest(@TempDir Path folder) {
        chat = new TestChat(folder);
        owner = chat.owner();
    }

    @AfterEach
    void close() {
        chat.close();
    }

    private static Origin from(String address) {
        return Origin.of(InetAddress.ofLiteral(address));
    }

    private Entered enter(String name, Origin from) {
        return chat.enter(new Entrance(Optional.of(name), false, Optional.empty(), from));
    }

    /// Somebody who is stored.
    private Person writer(String name, Origin from) {
        Person person = enter(name, from).person();
        chat.post(person, LOBBY);
        return person;
    }

    private Receipt ban(Person person) {
        return chat.done(owner, new RemovePerson(chat.id(), LOBBY, person.id(), Removal.BAN));
    }

    private void isKeptOut(String name, Origin from) {
        TestChat.fails(
                chat.host.call(
                        state ->
                                state.people()
                                        .enter(
                                                new Entrance(
                                                        Optional.of(name),
                                                        false,
                                                        Optional.empty(),
                                                        from))),
                ErrorCode.BANNED);
        TestChat.fails(
                chat.host.call(state -> state.people().enterPlain(Optional.of(name), from)),
                ErrorCode.BANNED);
    }

    @Test
    void aNewTokenDoesNotEndABan() {
        Person mallory = writer("Mallory", HOME);
        Receipt receipt = ban(mallory);
        assertThat(receipt.reach()).get().matches(reach -> reach.address());
        assertThat(receipt.reach().orElseThrow().until())
                .isEqualTo(chat.now().plus(HostOptions.BAN_HOLD));
        isKeptOut("Somebody else", HOME);
        isKeptOut("ＭＡＬＬＯＲＹ", ELSEWHERE);
        chat.reopen();
        isKeptOut("Somebody else", HOME);
        isKeptOut("mallory", ELSEWHERE);
        isKeptOut("Mаllоrу", ELSEWHERE);
        assertThat(enter("Ann", ELSEWHERE).person().name()).isEqualTo("Ann");
    }

    @Test
    void aBanHoldsNameAndAddressForItsTimeOnly() {
        Person mallory = writer("Mallory", HOME);
        ban(mallory);
        chat.pass(HostOptions.BAN_HOLD.minusMillis(1));
        isKeptOut("Eve", HOME);
        chat.pass(Duration.ofMillis(1));
        assertThat(enter("Eve", HOME).person().name()).isEqualTo("Eve");
    }

    @Test
    void aLiftedBanHoldsNothing() {
        Person mallory = writer("Mallory", HOME);
        ban(mallory);
        chat.done(owner, new Unban(chat.id(), LOBBY, mallory.id()));
        assertThat(enter("Eve", HOME).person().name()).isEqualTo("Eve");
    }

    @Test
    void whoeverWaitedWithAnotherIdentityCannotWriteUnderIt() {
        Person mallory = writer("Mallory", HOME);
        Person waiting = enter("Eve", HOME).person();
        ban(mallory);
        chat.refuses(waiting, new PostMessage(chat.id(), LOBBY, "again"), ErrorCode.BANNED);
    }

    @Test
    void aSharedAddressIsNotHeldAndTheModeratorIsTold() {
        writer("Ann", HOME);
        Person mallory = writer("Mallory", HOME);
        Receipt receipt = ban(mallory);
        assertThat(receipt.reach().orElseThrow().address()).isFalse();
        assertThat(receipt.reach().orElseThrow().notice())
                .startsWith("Other people of this chat came from the same address");
        assertThat(enter("Eve", HOME).person().name()).isEqualTo("Eve");
        isKeptOut("Mallory", HOME);
    }

    @Test
    void whoIsBannedTooSharesNoAddress() {
        Person first = writer("Mallory", HOME);
        Person second = writer("Eve", HOME);
        assertThat(ban(first).reach().orElseThrow().address()).isFalse();
        assertThat(ban(second).reach().orElseThrow().address()).isTrue();
        isKeptOut("Somebody else", HOME);
    }

    @Test
    void whoWasAtAnAddressLongAgoSharesItNoMore() {
        Person ann = writer("Ann", HOME);
        chat.leave(ann);
        chat.pass(Duration.ofDays(1).plusSeconds(11));
        chat.settle();
        Person mallory = writer("Mallory", HOME);
        assertThat(ban(mallory).reach().orElseThrow().address()).isTrue();
    }

    @Test
    void thisComputerIsNeverHeldNorAProxyThatDoesNotSayWhoComes() {
        for (Origin origin : new Origin[] {Origin.LOCAL, Origin.behindProxy()}) {
            Person mallory = writer("Mallory" + origin.address(), origin);
            Receipt receipt = ban(mallory);
            assertThat(receipt.reach().orElseThrow().address()).isFalse();
            assertThat(receipt.reach().orElseThrow().notice()).contains("host's own computer");
            assertThat(enter("Eve", origin).person().name()).startsWith("Eve");
        }
    }

    @Test
    void whoIsStoredStaysWhoTheyAreWhereverTheyCome() {
        Entered ann = enter("Ann", ELSEWHERE);
        chat.post(ann.person(), LOBBY);
        ban(writer("Mallory", HOME));
        Entered again =
                chat.enter(new Entrance(Optional.of("Ann"), false, Optional.of(ann.token()), HOME));
        assertThat(again.person()).isEqualTo(ann.person());
    }

    @Test
    void anAddressIsNeverInTheLog() {
        ban(writer("Mallory", HOME));
        assertThat(chat.store.after(LOBBY, 0, 100).toString()).doesNotContain("192.0.2");
    }
}
