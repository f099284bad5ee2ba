package dev.hearth.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.settings.DataFolder;
import dev.hearth.settings.DraftStore;
import dev.hearth.settings.SettingsStore;
import dev.hearth.testkit.Patience;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.PulseRobot;
import dev.hearth.ui.shell.HearthWindow;
import dev.hearth.ui.shell.OpeningWish;
import dev.hearth.ui.shell.WindowParts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was begun is there again, however the window went away. The folder is a real one.
final class DraftStoriesTest extends PulseRobot {
    @TempDir private Path folder = Path.of("");
    private final FakeWorld world = new FakeWorld();
    private @Nullable HearthWindow window;
    private @Nullable SettingsStore settings;
    private @Nullable DraftStore drafts;

    private RoomId start() {
        DataFolder data = DataFolder.open(Optional.of(folder));
        SettingsStore store = SettingsStore.open(data, FakeWorld.CLOCK);
        store.update(old -> old.withName("Mira"));
        settings = store;
        DraftStore kept = DraftStore.open(data);
        drafts = kept;
        var preferences = new StoredPreferences(store, kept);
        var room = new RoomId[1];
        interact(
                () -> {
                    var parts =
                            new WindowParts(world, world, preferences, FakeWorld.CLOCK, "0.1.0");
                    var stage = new Stage();
                    stage.setX(0);
                    stage.setY(0);
                    var opened =
                            new HearthWindow(
                                    stage, parts, _ -> CompletableFuture.completedStage(true));
                    window = opened;
                    opened.open(new OpeningWish.Join("10.0.0.7", Optional.empty()));
                });
        settle();
        interact(() -> room[0] = world.chat().rooms().add("design", RoomKind.PUBLIC));
        settle();
        clickOn("#composer");
        return room[0];
    }

    private String written() {
        return lookup("#composer").queryAs(TextArea.class).getText();
    }

    /// The window goes away once the file holds what was written last; earlier letters of it may
    /// have been saved before.
    private void crash(String last) {
        Path file = folder.resolve("drafts.properties");
        Patience.await().until(() -> Files.exists(file) && Files.readString(file).contains(last));
        interact(() -> requireNonNull(window).close());
    }

    private void quit() {
        push(KeyCode.CONTROL, KeyCode.Q);
        close();
    }

    @AfterEach
    void close() {
        interact(() -> requireNonNull(window).close());
        requireNonNull(drafts).close();
        requireNonNull(settings).close();
    }

    @Test
    void aDraftOutlivesACrash() {
        start();
        write("half a thought");
        crash("half a thought");
        start();
        assertThat(written()).isEqualTo("half a thought");
        assertThat(world.chat().keys()).isZero();
    }

    @Test
    void draftsOutliveQuittingEachInItsRoom() {
        start();
        write("for all");
        clickOn("design");
        write("for some");
        quit();
        start();
        assertThat(written()).isEqualTo("for all");
        assertThat(lookup(".room-preview").queryAllAs(Label.class).stream().map(Label::getText))
                .contains("for some");
        clickOn("design");
        assertThat(written()).isEqualTo("for some");
    }

    @Test
    void whatWasSentIsNoDraft() {
        start();
        write("said").type(KeyCode.ENTER);
        quit();
        start();
        assertThat(written()).isEmpty();
    }
}
