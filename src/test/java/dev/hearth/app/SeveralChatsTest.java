package dev.hearth.app;

import static dev.hearth.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.Chat;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinedFolders;
import dev.hearth.client.connection.SocketIoConnector;
import dev.hearth.model.Event;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.RoomId;
import dev.hearth.testkit.FaultProxy;
import dev.hearth.testkit.RealHost;
import dev.hearth.ui.shell.OpeningWish;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Several real chats in one window: one hosted there, one joined.
final class SeveralChatsTest extends RealWindow {
    /// How the window's title ends while the other chat, which calls itself “Test”, is shown.
    private static final String OTHER = "· Test – Hearth";

    @BeforeEach
    void open() {
        openWindow("Ann");
    }

    @Test
    void hostsOneChatWhileAnotherIsJoined() throws Exception {
        // The other host is first: what it loads is not waited for by the window.
        try (RealHost other = RealHost.in(folder.resolve("other"));
                FaultProxy detour = FaultProxy.to(other.address().getPort());
                Chatter stranger = Chatter.connect(other.address());
                Chatter guest = Chatter.connect(hostOnAnyPort())) {
            join(place(other.address()));
            await().until(() -> title().endsWith(OTHER));
            stranger.ask("Hello from elsewhere");
            await().until(() -> reads("Hello from elsewhere"));
            guest.ask("@Ann are you there?");
            await().until(() -> isThere(".notice-title"));
            assertThat(title()).startsWith("(1) ");
            clickOn(".notice-open");
            await().until(() -> reads("@Ann are you there?"));
            await().until(() -> !title().startsWith("("));
            // One host keeps one chat, whatever leads to it.
            join(place(detour.address()));
            await().until(() -> title().endsWith(OTHER));
            assertThat(lookup("#open-chat-3").tryQuery()).isEmpty();
            push(KeyCode.CONTROL, KeyCode.N);
            clickOn("#host");
            await().until(() -> reads("You are hosting a chat in this window already."));
            type(KeyCode.ESCAPE);
            clickOn("#composer").write("Bye");
            type(KeyCode.ENTER);
            await().until(() -> stranger.texts().contains("Ann: Bye"));
            interact(() -> window().close());
            guest.await("disconnected \"transport close\"");
        }
    }

    /// Renamed by its host: everybody in it sees that at once, and it is opened again under that
    /// name. Of the other chat its name and the last message are there.
    @Test
    void chatsAreFoundAgainByTheirNamesAndWhatWasSaidLast() throws Exception {
        List<Event> told = new CopyOnWriteArrayList<>();
        try (RealHost other = RealHost.in(folder.resolve("other"));
                Chatter stranger = Chatter.connect(other.address())) {
            URI own = hostOnAnyPort();
            try (Chat omar =
                    new SocketIoConnector(CLOCK, JoinedFolders.NONE)
                            .join(new JoinRequest(own, "Omar"), told::add)) {
                await().until(() -> told.contains(new Event.ChatNamed("Ann’s chat")));
                omar.room(RoomId.LOBBY).send("A first message");
                await().until(() -> reads("A first message"));
                push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
                clickOn("#host-rename");
                write("Garden").type(KeyCode.ENTER);
                await().until(() -> told.contains(new Event.ChatNamed("Garden")));
                await().until(() -> title().endsWith("· Garden – Hearth"));
                type(KeyCode.ESCAPE);
            }
            join(place(other.address()));
            await().until(() -> title().endsWith(OTHER));
            stranger.ask("Hello from elsewhere");
            await().until(() -> reads("Hello from elsewhere"));
            closeWindow();
            openWindow("Ann");
            await().until(() -> reads("1 message on this computer"));
            assertThat(reads("Garden")).isTrue();
            assertThat(reads("Test")).isTrue();
            assertThat(reads(": Hello from elsewhere")).isTrue();
            clickOn("Open it again");
            await().until(() -> title().endsWith("· Garden – Hearth"));
            await().until(() -> reads("A first message"));
        }
    }

    /// What is held back for a moment, to be taken back, is not lost with the window.
    @Test
    void aDeletionIsDoneAlthoughTheWindowCloses() {
        try (RealHost other = RealHost.in(folder.resolve("other"))) {
            clickOn(field("address")).write(place(other.address())).type(KeyCode.ENTER);
            await().until(() -> isThere("#composer"));
            write("not meant for here").type(KeyCode.ENTER);
            await().until(() -> isThere(".delivery-done"));
            await().until(() -> hasKeyboard("not meant for here") || switchPlace());
            type(KeyCode.DELETE);
            await().until(() -> reads("Message deleted for everyone."));
            assertThat(messages(other)).noneMatch(FoldedMessage::deleted);
            closeWindow();
            // Where the host was too slow for the end of the window, it hears of it now.
            openWindow(new OpeningWish.Join(place(other.address()), Optional.empty()));
            await().until(() -> messages(other).stream().anyMatch(FoldedMessage::deleted));
        }
    }

    private boolean hasKeyboard(String message) {
        String spoken = stage().getScene().getFocusOwner().getAccessibleText();
        return spoken != null && spoken.endsWith(": " + message);
    }

    /// From the composer to the messages and back; a row that has just got its place may be laid
    /// out later.
    private boolean switchPlace() {
        type(KeyCode.F6);
        return false;
    }

    private static List<FoldedMessage> messages(RealHost host) {
        return host.store().before(RoomId.LOBBY, Long.MAX_VALUE, 10).messages();
    }

    private void join(String address) {
        push(KeyCode.CONTROL, KeyCode.N);
        write(address).type(KeyCode.ENTER);
    }

    private static String place(URI address) {
        return address.getAuthority();
    }

    private String title() {
        return stage().getTitle();
    }
}
