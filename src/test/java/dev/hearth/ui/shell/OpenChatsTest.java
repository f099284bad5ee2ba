package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.ui.chat.SessionViewModel;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeTimers;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.kit.ChatLetters;
import dev.hearth.ui.start.HostedChat;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which chats are open, and which of them is shown.
final class OpenChatsTest {
    private final FakeWorld world = new FakeWorld();
    private final FakeTimers time = new FakeTimers();
    private final OpenChats chats = new OpenChats();
    private final List<Optional<OpenChat>> shown = new ArrayList<>();

    private OpenChat open(String server, Optional<HostedChat> hosted) {
        var request = new JoinRequest(URI.create(server), "Mira");
        var model = new SessionViewModel(world, request, time.context());
        var chat = new OpenChat(new Session(request, model, (_, _) -> {}), hosted);
        chats.add(chat);
        return chat;
    }

    private OpenChat open(String server) {
        return open(server, Optional.empty());
    }

    private void hear(FakeChat chat, int count) {
        for (int i = 0; i < count; i++) {
            chat.said("Amina", FakeWorld.NOW, "hello " + i);
        }
    }

    @Test
    void theLatestIsShownAndTheOthersStay() {
        OpenChat one = open("http://a:1");
        OpenChat two = open("http://b:1");
        assertThat(chats.all()).containsExactly(one, two);
        assertThat(chats.shown()).contains(two);
        chats.show(one);
        assertThat(chats.isShown(one)).isTrue();
        assertThat(chats.isShown(two)).isFalse();
    }

    @Test
    void theStartScreenLeadsBackToWhereOneCameFrom() {
        chats.back();
        assertThat(chats.shown()).isEmpty();
        OpenChat one = open("http://a:1");
        open("http://b:1");
        chats.show(one);
        chats.showStart();
        assertThat(chats.shown()).isEmpty();
        assertThat(chats.before()).contains(one);
        chats.back();
        assertThat(chats.shown()).contains(one);
    }

    @Test
    void onesStepsGoRound() {
        chats.showNext(1);
        assertThat(chats.shown()).isEmpty();
        OpenChat one = open("http://a:1");
        OpenChat two = open("http://b:1");
        OpenChat three = open("http://c:1");
        chats.showNext(1);
        assertThat(chats.shown()).contains(one);
        chats.showNext(-1);
        assertThat(chats.shown()).contains(three);
        chats.showAt(1);
        assertThat(chats.shown()).contains(two);
        chats.showAt(3);
        chats.showAt(-1);
        assertThat(chats.shown()).contains(two);
        chats.showStart();
        chats.showNext(1);
        assertThat(chats.shown()).contains(two);
    }

    @Test
    void theNeighbourTakesThePlaceOfAChatThatIsLeft() {
        OpenChat one = open("http://a:1");
        OpenChat two = open("http://b:1");
        OpenChat three = open("http://c:1");
        chats.show(two);
        chats.shownProperty().subscribe((before, now) -> shown.add(now));
        chats.remove(two);
        assertThat(shown).containsExactly(Optional.of(three));
        chats.remove(three);
        assertThat(chats.shown()).contains(one);
        chats.remove(three);
        assertThat(chats.all()).containsExactly(one);
        chats.remove(one);
        assertThat(chats.shown()).isEmpty();
        chats.show(one);
        chats.back();
        assertThat(chats.shown()).isEmpty();
    }

    @Test
    void leavingAChatThatIsNotShownChangesNothingInSight() {
        OpenChat one = open("http://a:1");
        OpenChat two = open("http://b:1");
        chats.remove(one);
        assertThat(chats.shown()).contains(two);
        chats.showStart();
        OpenChat three = open("http://c:1");
        chats.showStart();
        chats.remove(three);
        assertThat(chats.shown()).isEmpty();
        chats.back();
        assertThat(chats.shown()).contains(two);
    }

    @Test
    void whatIsUnreadIsCountedOverAll() {
        open("http://a:1");
        OpenChat two = open("http://b:1");
        hear(world.chats().getFirst(), 2);
        hear(world.chats().getLast(), 3);
        assertThat(chats.unreadProperty().get()).isEqualTo(5);
        chats.remove(two);
        assertThat(chats.unreadProperty().get()).isEqualTo(2);
        hear(world.chats().getLast(), 1);
        assertThat(chats.unreadProperty().get()).isEqualTo(2);
    }

    @Test
    void aChatIsFoundByAnyOfItsAddresses() {
        OpenChat joined = open("http://localhost:4000");
        OpenChat own = open("http://127.0.0.1:3000", Optional.of(world.newHost()));
        assertThat(chats.hosted()).contains(own);
        assertThat(chats.at(URI.create("http://127.0.0.1:4000"))).contains(joined);
        assertThat(chats.at(URI.create("http://localhost:3000"))).contains(own);
        assertThat(chats.at(URI.create("http://192.168.1.20:3000"))).contains(own);
        assertThat(chats.at(URI.create("http://studio.local:3000"))).contains(own);
        assertThat(chats.at(URI.create("http://192.168.1.20:3001"))).isEmpty();
        assertThat(chats.at(URI.create("https://localhost:4000"))).isEmpty();
        assertThat(chats.at(URI.create("http://localhost:4000/other/"))).isEmpty();
    }

    @Test
    void whenTheWindowClosesNoneIsOpen() {
        OpenChat one = open("http://a:1");
        OpenChat two = open("http://b:1");
        hear(world.chats().getFirst(), 2);
        assertThat(chats.removeAll()).containsExactly(one, two);
        assertThat(chats.all()).isEmpty();
        assertThat(chats.shown()).isEmpty();
        assertThat(chats.removeAll()).isEmpty();
    }

    @Test
    void lettersTellChatsApart() {
        assertThat(ChatLetters.of("192.168.1.20:3000")).isEqualTo("20");
        assertThat(ChatLetters.of("192.168.1.137:3000/chat/")).isEqualTo("137");
        assertThat(ChatLetters.of("[fe80::1c:a2f]:3000")).isEqualTo("a2f");
        assertThat(ChatLetters.of("[::1]:3000")).isEqualTo("1");
        assertThat(ChatLetters.of("chat.example.org:3000")).isEqualTo("C");
        assertThat(ChatLetters.of("Mira’s chat")).isEqualTo("MC");
    }
}
