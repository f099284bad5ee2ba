package dev.hearth.app;

import static dev.hearth.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.Chat;
import dev.hearth.client.DialectWish;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.connection.SocketIoConnector;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Event;
import dev.hearth.model.RoomId;
import dev.hearth.testkit.NodeProcess;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The window on real servers of others, which do not speak as Hearth or the tutorial does.
final class OtherServersStoriesTest extends RealWindow {
    private final SocketIoConnector others = new SocketIoConnector(CLOCK);
    private final List<Event> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() {
        openWindow("Ada");
    }

    private Chat other(NodeProcess server, String name, DialectWish wish) {
        Chat chat = others.join(new JoinRequest(server.address(), name).with(wish), told::add);
        await().until(() -> chat.state() instanceof ConnectionState.Online);
        return chat;
    }

    private static DialectWish speaking(String word) {
        return new DialectWish(Optional.of(word), Optional.empty());
    }

    private void join(NodeProcess server) {
        interact(() -> field("address").requestFocus());
        write("127.0.0.1:" + server.port()).type(KeyCode.ENTER);
    }

    @Test
    void aServerThatIsNotRecognisedIsJoinedAsThePersonSays() {
        try (NodeProcess server =
                        NodeProcess.server(
                                "servers/shapes.mjs", "--shape", "rooms", "--page", "on");
                Chat bob = other(server, "Bob", speaking("rooms:kitchen"))) {
            join(server);
            await().until(() -> reads("Nearest is the dialect “rooms”."));
            shoot("dialect-unrecognised", "Dialect", "Nearest is the dialect “rooms”.");
            clickOn("#dialect");
            await().until(() -> reads("rooms – Join a room, then “chatMessage”"));
            clickOn(words("rooms – Join a room, then “chatMessage”"));
            await().until(() -> isThere("#dialect-room"));
            write("kitchen");
            shoot("dialect-chosen", "Dialect: rooms");
            clickOn("#join");
            await().until(() -> reads("Welcome to kitchen"));
            await().until(() -> reads("Bob"));
            clickOn("#composer").write("Hello kitchen").type(KeyCode.ENTER);
            await().until(() -> heard("Hello kitchen"));
            assertThat(kept().dialectAt(server.address())).contains("rooms:kitchen");
            bob.room(RoomId.LOBBY).send("And hello to you");
            await().until(() -> reads("And hello to you"));
        }
    }

    @Test
    void peopleOfThePrivateMessagingExampleAreConversations() {
        try (NodeProcess server = NodeProcess.server("servers/private.mjs");
                Chat _ = other(server, "Bob", DialectWish.NONE)) {
            join(server);
            await().until(() -> reads("Choose somebody on the left"));
            assertThat(isThere("#composer")).isFalse();
            assertThat(reads("lobby")).isFalse();
            shoot("private-nobody", "Choose somebody on the left");
            interact(() -> field("sidebar-search").requestFocus());
            write("Bob").type(KeyCode.ENTER);
            await().until(() -> isThere("#composer"));
            assertThat(reads("only the two of you see it")).isTrue();
            clickOn("#composer").write("Hello Bob").type(KeyCode.ENTER);
            await().until(() -> heard("Hello Bob"));
            await().until(() -> reads("Hello Bob"));
            shoot("private-chat", "Bob", "Hello Bob");
        }
    }

    /// Nothing is promised that nobody knows.
    @Test
    void aSilentServerIsNotPromisedToShowWhatIsWritten() {
        try (NodeProcess server = NodeProcess.server("servers/strange.mjs")) {
            join(server);
            await().until(() -> reads("Nothing shows yet that this server takes messages."));
            assertThat(reads("everyone here sees it")).isFalse();
            shoot("dialect-silent", "Nothing shows yet that this server takes messages.");
        }
    }

    private boolean heard(String text) {
        return told.stream()
                .anyMatch(
                        event ->
                                event instanceof Event.MessageAdded(var message)
                                        && message.text().equals(text));
    }
}
