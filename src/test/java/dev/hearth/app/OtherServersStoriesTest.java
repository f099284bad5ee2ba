package dev.hearth.app;

import static dev.hearth.testkit.Patience.await;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.Chat;
import dev.hearth.client.DialectWish;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.connection.SocketIoConnector;
import dev.hearth.client.dialect.KnownDialects;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Event;
import dev.hearth.model.RoomId;
import dev.hearth.net.Neighbourhood;
import dev.hearth.settings.DataFolder;
import dev.hearth.testkit.NodeProcess;
import dev.hearth.ui.fakes.FakePreferences;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.PulseRobot;
import dev.hearth.ui.fakes.ScreenCheck;
import dev.hearth.ui.fakes.Screenshots;
import dev.hearth.ui.notices.SystemNotices;
import dev.hearth.ui.settings.Folders;
import dev.hearth.ui.shell.HearthWindow;
import dev.hearth.ui.shell.KnownHosts;
import dev.hearth.ui.shell.OpeningWish;
import dev.hearth.ui.shell.WindowParts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window on real servers of others, which do not speak as Hearth or the tutorial does.
final class OtherServersStoriesTest extends PulseRobot {
    private static final Clock CLOCK = Clock.system(ZoneId.systemDefault());

    @TempDir Path folder;
    private final SocketIoConnector others = new SocketIoConnector(CLOCK);
    private final List<Event> told = new CopyOnWriteArrayList<>();
    private @Nullable Stage stage;
    private @Nullable HearthWindow window;
    private @Nullable KeptChats kept;

    @BeforeEach
    void open() {
        KeptChats chats = new KeptChats(DataFolder.open(Optional.of(folder)));
        WindowParts parts =
                new WindowParts(
                        new SocketIoConnector(CLOCK, chats),
                        new FakeWorld(),
                        FakePreferences.of("Ada"),
                        CLOCK,
                        "0.1.0",
                        SystemNotices.NONE,
                        KnownHosts.NONE,
                        Neighbourhood.NONE,
                        Folders.NONE,
                        new KnownDialects(Optional.of(folder.resolve("dialects"))));
        kept = chats;
        interact(() -> show(parts));
    }

    private void show(WindowParts parts) {
        Stage fresh = new Stage();
        fresh.setX(0);
        fresh.setY(0);
        fresh.setWidth(960);
        fresh.setHeight(640);
        stage = fresh;
        HearthWindow opened =
                new HearthWindow(fresh, parts, _ -> CompletableFuture.completedStage(true));
        window = opened;
        opened.open(new OpeningWish.Start());
    }

    @AfterEach
    void close() {
        interact(() -> requireNonNull(window).close());
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
        interact(() -> lookup("#address").queryAs(TextField.class).requestFocus());
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
            assertThat(requireNonNull(kept).dialectAt(server.address())).contains("rooms:kitchen");
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
            interact(() -> lookup("#sidebar-search").queryAs(TextField.class).requestFocus());
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

    private Node words(String words) {
        return lookup(node -> wordsOf(node).equals(words) && isShown(node)).query();
    }

    private boolean isThere(String query) {
        return lookup(query).tryQuery().filter(OtherServersStoriesTest::isShown).isPresent();
    }

    private boolean reads(String words) {
        return lookup(node -> wordsOf(node).contains(words)).queryAll().stream()
                .anyMatch(OtherServersStoriesTest::isShown);
    }

    private static String wordsOf(Node node) {
        return switch (node) {
            case Labeled labeled -> String.valueOf(labeled.getText());
            case Text text -> text.getText();
            default -> "";
        };
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private void shoot(String name, String... texts) {
        List<String> faults = new ArrayList<>();
        interact(
                () -> {
                    Scene scene = requireNonNull(stage).getScene();
                    Screenshots.write(scene, name);
                    faults.addAll(ScreenCheck.of(scene).shows(texts).faults());
                });
        assertThat(faults).as(name).isEmpty();
    }
}
