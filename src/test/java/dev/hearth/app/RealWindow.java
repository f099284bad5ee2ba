package dev.hearth.app;

import static dev.hearth.testkit.Patience.await;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HostRequest;
import dev.hearth.cli.HostRequest.LogLevel;
import dev.hearth.client.connection.SocketIoConnector;
import dev.hearth.client.dialect.KnownDialects;
import dev.hearth.net.Neighbourhood;
import dev.hearth.settings.Appearance;
import dev.hearth.settings.DataFolder;
import dev.hearth.settings.DraftStore;
import dev.hearth.settings.Language;
import dev.hearth.settings.SettingsStore;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.PulseRobot;
import dev.hearth.ui.fakes.ScreenCheck;
import dev.hearth.ui.fakes.Screenshots;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// The window as the program puts it together, with real hosts and real connections, on a data
/// folder of its own. It can be closed and opened again, as by a restart.
abstract class RealWindow extends PulseRobot {
    static final Clock CLOCK = Clock.system(ZoneId.systemDefault());

    @TempDir Path folder;
    private @Nullable Stage stage;
    private @Nullable HearthWindow window;
    private @Nullable WindowHosts hosts;
    private @Nullable SettingsStore settings;
    private @Nullable KeptChats kept;

    final void openWindow(OpeningWish wish) {
        DataFolder data = DataFolder.open(Optional.of(folder.resolve("data")));
        SettingsStore store = SettingsStore.open(data, CLOCK);
        WindowHosts launcher =
                new WindowHosts(loopback(), () -> data, Neighbourhood.NONE, silent(), CLOCK);
        StoredPreferences preferences = new StoredPreferences(store, DraftStore.unsaved());
        preferences.rememberLanguage(Optional.of(Language.ENGLISH));
        preferences.rememberAppearance(Appearance.DEFAULTS.withTheme(ThemeChoice.LIGHT));
        KeptChats chats = new KeptChats(data);
        WindowParts parts =
                new WindowParts(
                        new SocketIoConnector(CLOCK, chats),
                        launcher,
                        preferences,
                        CLOCK,
                        "0.1.0",
                        SystemNotices.NONE,
                        new JoinedHosts(chats),
                        Neighbourhood.NONE,
                        Folders.NONE,
                        new KnownDialects(Optional.of(folder.resolve("dialects"))));
        settings = store;
        hosts = launcher;
        kept = chats;
        interact(() -> show(parts, wish));
    }

    /// Opens the window on the start screen, where a person of this name was before.
    final void openWindow(String name) {
        DataFolder data = DataFolder.open(Optional.of(folder.resolve("data")));
        try (SettingsStore store = SettingsStore.open(data, CLOCK)) {
            store.update(old -> old.withName(name));
        }
        openWindow(new OpeningWish.Start());
    }

    private void show(WindowParts parts, OpeningWish wish) {
        Stage fresh = new Stage();
        fresh.setX(0);
        fresh.setY(0);
        fresh.setWidth(960);
        fresh.setHeight(640);
        stage = fresh;
        HearthWindow opened =
                new HearthWindow(fresh, parts, _ -> CompletableFuture.completedStage(true));
        window = opened;
        opened.open(wish);
    }

    /// Ends what the window runs. Does nothing when it is closed.
    @AfterEach
    final void closeWindow() {
        if (settings != null) {
            interact(() -> requireNonNull(window).close());
            requireNonNull(hosts).close();
            settings.close();
            settings = null;
        }
    }

    final HearthWindow window() {
        return requireNonNull(window);
    }

    /// What is kept of joined chats.
    final KeptChats kept() {
        return requireNonNull(kept);
    }

    final Stage stage() {
        return requireNonNull(stage);
    }

    /// Hosts from the start screen on any free port.
    ///
    /// @return where others join
    final URI hostOnAnyPort() {
        clickOn("#host-options");
        clickOn(field("port")).eraseText(5).write("0");
        clickOn("#host");
        await().until(() -> reads("Your chat is open"));
        return shownAddress();
    }

    /// The address that the window shows to share.
    final URI shownAddress() {
        await().until(() -> addresses().findFirst().isPresent());
        return addresses().findFirst().orElseThrow();
    }

    private Stream<URI> addresses() {
        return lookup(node -> wordsOf(node).startsWith("http://127.0.0.1:")).queryAll().stream()
                .filter(RealWindow::isShown)
                .map(node -> URI.create(wordsOf(node)));
    }

    final TextField field(String id) {
        return lookup("#" + id).queryAs(TextField.class);
    }

    final boolean isThere(String query) {
        return lookup(query).tryQuery().filter(RealWindow::isShown).isPresent();
    }

    final boolean reads(String words) {
        return lookup(node -> wordsOf(node).contains(words)).queryAll().stream()
                .anyMatch(RealWindow::isShown);
    }

    /// Takes a picture, in which everything can be read and `texts` are there.
    final void shoot(String name, String... texts) {
        List<String> faults = new ArrayList<>();
        interact(
                () -> {
                    Scene scene = stage().getScene();
                    Screenshots.write(scene, name);
                    faults.addAll(ScreenCheck.of(scene).shows(texts).faults());
                });
        assertThat(faults).as(name).isEmpty();
    }

    /// What says exactly this.
    final Node words(String words) {
        return lookup(node -> wordsOf(node).equals(words) && isShown(node)).query();
    }

    private static String wordsOf(Node node) {
        return switch (node) {
            case Labeled labeled -> String.valueOf(labeled.getText());
            case TextField field -> field.getText();
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

    private static HostRequest loopback() {
        return new HostRequest(
                Optional.empty(),
                0,
                Optional.of("127.0.0.1"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true,
                LogLevel.QUIET,
                true);
    }

    private static PrintStream silent() {
        return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    }
}
