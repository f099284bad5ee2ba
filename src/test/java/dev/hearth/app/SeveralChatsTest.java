package dev.hearth.app;

import static dev.hearth.testkit.Patience.await;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HostRequest;
import dev.hearth.cli.HostRequest.LogLevel;
import dev.hearth.client.connection.SocketIoConnector;
import dev.hearth.net.Neighbourhood;
import dev.hearth.settings.Appearance;
import dev.hearth.settings.DataFolder;
import dev.hearth.settings.DraftStore;
import dev.hearth.settings.Language;
import dev.hearth.settings.SettingsStore;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.testkit.FaultProxy;
import dev.hearth.testkit.RealHost;
import dev.hearth.ui.fakes.PulseRobot;
import dev.hearth.ui.notices.SystemNotices;
import dev.hearth.ui.settings.Folders;
import dev.hearth.ui.shell.HearthWindow;
import dev.hearth.ui.shell.OpeningWish;
import dev.hearth.ui.shell.WindowParts;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
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

/// Several real chats in one window: one hosted there, one joined.
final class SeveralChatsTest extends PulseRobot {
    /// How the window's title ends while the other chat, which calls itself “Test”, is shown.
    private static final String OTHER = "· Test – Hearth";

    private static final Clock CLOCK = Clock.system(ZoneId.systemDefault());

    @TempDir Path folder;
    private @Nullable Stage stage;
    private @Nullable HearthWindow window;
    private @Nullable WindowHosts hosts;
    private @Nullable SettingsStore settings;

    @BeforeEach
    void open() {
        DataFolder data = DataFolder.open(Optional.of(folder.resolve("data")));
        SettingsStore store = SettingsStore.open(data, CLOCK);
        store.update(old -> old.withName("Ann"));
        WindowHosts launcher =
                new WindowHosts(
                        new HostRequest(
                                Optional.empty(),
                                0,
                                Optional.of("127.0.0.1"),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                true,
                                LogLevel.QUIET,
                                true),
                        () -> data,
                        Neighbourhood.NONE,
                        new PrintStream(
                                OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                        CLOCK);
        StoredPreferences preferences = new StoredPreferences(store, DraftStore.unsaved());
        preferences.rememberLanguage(Optional.of(Language.ENGLISH));
        preferences.rememberAppearance(Appearance.DEFAULTS.withTheme(ThemeChoice.LIGHT));
        KeptChats kept = new KeptChats(data);
        WindowParts parts =
                new WindowParts(
                        new SocketIoConnector(CLOCK, kept),
                        launcher,
                        preferences,
                        CLOCK,
                        "0.1.0",
                        SystemNotices.NONE,
                        new JoinedHosts(kept),
                        Neighbourhood.NONE,
                        Folders.NONE);
        settings = store;
        hosts = launcher;
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
        requireNonNull(hosts).close();
        requireNonNull(settings).close();
    }

    @Test
    void hostsOneChatWhileAnotherIsJoined() throws Exception {
        // The other host is first: what it loads is not waited for by the window.
        try (RealHost other = RealHost.in(folder.resolve("other"));
                FaultProxy detour = FaultProxy.to(other.address().getPort());
                Chatter stranger = Chatter.connect(other.address());
                Chatter guest = Chatter.connect(host())) {
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
            interact(() -> requireNonNull(window).close());
            guest.await("disconnected \"transport close\"");
        }
    }

    private URI host() {
        clickOn("#host-options");
        clickOn("#port").eraseText(5).write("0");
        clickOn("#host");
        await().until(() -> reads("Your chat is open"));
        return shownAddress();
    }

    private void join(String address) {
        push(KeyCode.CONTROL, KeyCode.N);
        write(address).type(KeyCode.ENTER);
    }

    private static String place(URI address) {
        return address.getAuthority();
    }

    private String title() {
        return requireNonNull(stage).getTitle();
    }

    private URI shownAddress() {
        return lookup(node -> wordsOf(node).startsWith("http://127.0.0.1:")).queryAll().stream()
                .map(node -> URI.create(wordsOf(node)))
                .findFirst()
                .orElseThrow();
    }

    private boolean isThere(String query) {
        return lookup(query).tryQuery().isPresent();
    }

    private boolean reads(String words) {
        return lookup(node -> wordsOf(node).contains(words)).tryQuery().isPresent();
    }

    private static String wordsOf(Node node) {
        return switch (node) {
            case Labeled labeled -> String.valueOf(labeled.getText());
            case TextField field -> field.getText();
            case Text text -> text.getText();
            default -> "";
        };
    }
}
