package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.settings.RecentChat;
import dev.hearth.settings.RecentChat.Said;
import dev.hearth.ui.chat.SessionViewModel;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakePreferences;
import dev.hearth.ui.fakes.FakeTimers;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.start.RecentChats;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the list of recent chats is told of those that are open, and how often.
final class RecentNotesTest {
    private static final Instant NOW = FakeWorld.NOW;
    private static final String ADDRESS = "192.168.1.20";

    private final FakeWorld world = new FakeWorld();
    private final FakeTimers time = new FakeTimers();
    private final FakePreferences preferences = FakePreferences.of("Mira");
    private final RecentNotes notes;
    private final OpenChat open;

    RecentNotesTest() {
        preferences.rememberAddress("studio.local");
        preferences.rememberAddress(ADDRESS);
        world.onJoin(FakeChat::goOnline);
        world.sameHost("http://192.168.1.20:3000", "http://studio.local:3000");
        notes = new RecentNotes(new RecentChats(preferences), world, time.context());
        open = enter();
    }

    private OpenChat enter() {
        var request = new JoinRequest(URI.create("http://192.168.1.20:3000"), "Mira");
        var model = new SessionViewModel(world, request, time.context());
        var chat = new OpenChat(new Session(request, model, (_, _) -> {}), Optional.empty());
        notes.follow(chat);
        return chat;
    }

    private Message said(String text) {
        return world.chat().said("Omar", NOW, text);
    }

    private RecentChat kept() {
        return preferences.recentChats().getFirst();
    }

    private static Optional<Said> line(String text) {
        return Optional.of(new Said(text, NOW));
    }

    @Test
    void tellsNameAndLastMessageOnceInAWhileHoweverMuchIsSaid() {
        world.chat().tell(new Event.ChatNamed("Kitchen"));
        for (int i = 0; i < 100; i++) {
            said("message **" + i + "**");
        }
        assertThat(preferences.noted()).isZero();
        time.pass(RecentNotes.PAUSE);
        assertThat(kept()).isEqualTo(new RecentChat(ADDRESS, "Kitchen", line("Omar: message 99")));
        assertThat(preferences.noted()).isOne();
        time.pass(RecentNotes.PAUSE.multipliedBy(10));
        assertThat(preferences.noted()).as("nothing happens").isOne();
        assertThat(time.waiting()).isZero();
        said("the last");
        notes.closed();
        assertThat(kept().last()).isEqualTo(line("Omar: the last"));
        said("after the end");
        assertThat(time.waiting()).isZero();
    }

    @Test
    void oneHostHasOneRowWhicheverOfItsAddressesIsUsed() {
        assertThat(preferences.recentAddresses()).containsExactly(ADDRESS);
    }

    @Test
    void whatIsChangedOrDeletedIsNotReadAnyMore() {
        Message message = said("the code is 1234");
        time.pass(RecentNotes.PAUSE);
        world.chat().become(message, "the code is ****", FakeChat.edited(NOW));
        assertThat(kept().last()).isEqualTo(line("Omar: the code is ****"));
        world.chat().become(message, "", FakeChat.deleted());
        assertThat(kept().last()).isEmpty();
        assertThat(time.waiting()).isZero();
    }

    @Test
    void aChatThatWasLeftOrLetsNobodyInKeepsItsPlaceOnly() {
        world.chat().tell(new Event.ChatNamed("Kitchen"));
        said("hello");
        time.pass(RecentNotes.PAUSE);
        notes.left(open);
        assertThat(kept()).isEqualTo(RecentChat.at(ADDRESS).named("Kitchen"));
        OpenChat again = enter();
        said("hello again");
        world.chat().become(new ConnectionState.Refused(ErrorCode.BANNED, "You are banned."));
        notes.closed();
        assertThat(kept().last()).isEmpty();
        assertThat(again.model().lastSaidProperty().get()).isPresent();
    }

    @Test
    void aChatThatIsTakenFromTheListStaysOutOfIt() {
        said("hello");
        preferences.forgetChat(ADDRESS);
        notes.closed();
        assertThat(preferences.recentChats()).isEmpty();
    }

    @Test
    void whatIsNotToldAgainStaysAsItWas() {
        said("hello");
        notes.closed();
        enter();
        notes.closed();
        assertThat(kept().last()).isEqualTo(line("Omar: hello"));
    }
}
