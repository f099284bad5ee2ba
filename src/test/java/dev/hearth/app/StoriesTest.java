package dev.hearth.app;

import static dev.hearth.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.Chat;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinedFolders;
import dev.hearth.client.connection.SocketIoConnector;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Event;
import dev.hearth.testkit.NodeProcess;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The program as it is put together, used through its window: a real host, real Node servers, real
/// clients.
final class StoriesTest extends RealWindow {
    @BeforeEach
    void open() {
        openWindow("");
    }

    @Test
    void hostsByMouseAndChatsWithABrowserClient() throws Exception {
        clickOn(field("name")).write("Ann");
        URI address = hostOnAnyPort();
        shoot("story-hosted", "Your chat is open", address.toString());
        try (Chatter guest = Chatter.connect(address)) {
            guest.ask("Hello from a browser 🔥");
            await().until(() -> reads("Hello from a browser"));
            clickOn("#composer").write("Welcome");
            clickOn("#send");
            await().until(() -> guest.texts().contains("Ann: Welcome"));
            await().until(() -> reads("Welcome"));
            shoot("story-host-chat", "Hello from a browser 🔥", "Welcome");
            push(KeyCode.CONTROL, KeyCode.W);
            clickOn("#end-hosting");
            guest.await("disconnected \"transport close\"");
        }
        await().until(() -> isThere("#start"));
        new ServerSocket(address.getPort()).close();
    }

    @Test
    void hostSeesWhoIsInTheChatAndPutsThemOut() {
        clickOn(field("name")).write("Ann");
        URI address = hostOnAnyPort();
        List<Event> told = new CopyOnWriteArrayList<>();
        try (Chatter guest = Chatter.connect(address);
                Chat omar =
                        new SocketIoConnector(CLOCK, JoinedFolders.NONE)
                                .join(new JoinRequest(address, "Omar"), told::add)) {
            guest.ask("Hello from a browser");
            await().until(() -> reads("Hello from a browser"));
            await().until(() -> omar.state() instanceof ConnectionState.Online);
            push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            await().until(() -> reads("3 people are here"));
            await().until(() -> reads("1 message stored"));
            await().until(() -> reads("Member · here since"));
            shoot("story-host-panel", "You host this chat", "Ann’s chat", "The last minute");
            await().until(() -> reads("peak 0/s"));
            guest.ask("Another");
            await().until(() -> !reads("peak 0/s"));
            act("Omar", "host-mute");
            await().until(() -> reads("· muted"));
            act("Omar", "host-ban");
            clickOn("#sure");
            await().until(() -> reads("· banned"));
            await().until(() -> omar.state() instanceof ConnectionState.Refused);
            act("Omar", "host-forget");
            clickOn("#sure");
            await().until(() -> !reads("Member ·"));
        }
    }

    private void act(String name, String action) {
        MenuButton actions =
                lookup(
                                node ->
                                        node instanceof MenuButton button
                                                && String.valueOf(button.getAccessibleText())
                                                        .endsWith(" " + name))
                        .queryAs(MenuButton.class);
        interact(() -> reveal(lookup("#host-scroll").queryAs(ScrollPane.class), actions));
        clickOn(actions);
        clickOn("#" + action);
    }

    /// Scrolls so that `node` stands in the middle, as far as that goes.
    private static void reveal(ScrollPane pane, Node node) {
        double all = pane.getContent().getLayoutBounds().getHeight();
        double shown = pane.getViewportBounds().getHeight();
        Bounds at = pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
        pane.setVvalue(Math.clamp((at.getCenterY() - shown / 2) / (all - shown), 0, 1));
    }

    @Test
    void joinsANodeServerByKeyboardAndChats() {
        NodeProcess server = NodeProcess.server("servers/echo.mjs");
        try {
            clickOn(field("name"));
            write("Ben");
            focus("address");
            write("127.0.0.1:" + server.port()).type(KeyCode.ENTER);
            await().until(() -> isThere("#composer"));
            try (Chatter guest = Chatter.connect(server.address())) {
                guest.say("Hi from Node, 漢字 too");
                await().until(() -> reads("Hi from Node"));
                write("Hello Node");
                press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
                write("in two lines").type(KeyCode.ENTER);
                await().until(() -> guest.texts().contains("Hello Node\nin two lines"));
                await().until(() -> reads("in two lines"));
                shoot("story-node-chat", "Hi from Node, 漢字 too", "in two lines");
                server.close();
                await().until(() -> isThere("#connection-bar"));
                write("Written while it is gone").type(KeyCode.ENTER);
                await().until(() -> reads("Written while it is gone"));
                shoot("story-node-gone", "Not connected", "Written while it is gone");
            }
        } finally {
            server.close();
        }
    }

    @Test
    void saysWhatIsWrongWithAnAddress() throws Exception {
        // Bound, so that nobody else can have it, and not listening.
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            clickOn(field("name")).write("Cem");
            clickOn(field("address"))
                    .write("127.0.0.1:" + silent.getLocalPort())
                    .type(KeyCode.ENTER);
            await().until(() -> reads("connection_refused"));
            shoot("story-wrong-address", "Host a chat", "connection_refused");
            assertThat(isThere("#start")).isTrue();
        }
    }

    @Test
    void movesToTheNextPortAndSaysSo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            clickOn(field("name")).write("Dia");
            clickOn("#host-options");
            clickOn(field("port")).eraseText(5).write(String.valueOf(taken.getLocalPort()));
            clickOn("#host");
            await().until(() -> reads("Your chat is open"));
            await().until(() -> reads("Port " + taken.getLocalPort() + " is taken"));
            shoot("story-port-taken", "Your chat is open", "is taken");
        }
    }

    private void focus(String id) {
        interact(() -> field(id).requestFocus());
    }
}
