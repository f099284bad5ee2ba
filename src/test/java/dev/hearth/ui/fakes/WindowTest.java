package dev.hearth.ui.fakes;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.DialectCatalogue;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.settings.Folders;
import dev.hearth.ui.shell.HearthWindow;
import dev.hearth.ui.shell.OpeningWish;
import dev.hearth.ui.shell.WindowParts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/// The whole window over a made-up world, on the headless platform. Its screen has 1000 by 1000
/// pixels, and a window must not leave it.
public abstract class WindowTest extends PulseRobot {
    private static final Folders FOLDERS =
            new Folders(
                    Optional.of(Path.of("/home/mira/.local/share/hearth")),
                    Optional.of(Path.of("/home/mira/.local/share/hearth/logs")));

    protected final FakeWorld world = new FakeWorld();
    protected final FakeNeighbourhood neighbourhood = new FakeNeighbourhood();
    protected final FakePreferences preferences = FakePreferences.of("Mira");
    protected final List<String> openedLinks = new ArrayList<>();
    protected final FakeSystemNotices systemNotices = new FakeSystemNotices();
    protected boolean hasBrowser = true;
    private @Nullable Stage stage;
    private @Nullable HearthWindow window;

    protected final void open(ThemeChoice theme, double width, double height) {
        preferences.rememberTheme(theme);
        interact(() -> show(new Stage(), width, height));
        settle();
    }

    private void show(Stage fresh, double width, double height) {
        stage = fresh;
        fresh.setX(0);
        fresh.setY(0);
        fresh.setWidth(width);
        fresh.setHeight(height);
        var parts =
                new WindowParts(
                        world,
                        world,
                        preferences,
                        FakeWorld.CLOCK,
                        "0.1.0",
                        systemNotices,
                        world,
                        neighbourhood,
                        FOLDERS,
                        DialectCatalogue.NONE);
        var opened = new HearthWindow(fresh, parts, this::openLink);
        window = opened;
        opened.open(new OpeningWish.Start());
    }

    private CompletionStage<Boolean> openLink(String address) {
        openedLinks.add(address);
        return CompletableFuture.completedStage(hasBrowser);
    }

    protected final void open() {
        open(ThemeChoice.LIGHT, 900, 600);
    }

    @AfterEach
    final void closeWindow() {
        if (window != null) {
            interact(window::close);
        }
    }

    protected final Stage stage() {
        return requireNonNull(stage);
    }

    protected final HearthWindow window() {
        return requireNonNull(window);
    }

    protected final Scene scene() {
        return stage().getScene();
    }

    protected final <N extends Node> N find(String query, Class<N> type) {
        return lookup(query).queryAs(type);
    }

    protected final boolean isShown(String query) {
        return lookup(query).queryAll().stream().anyMatch(WindowTest::isShown);
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    /// Whether any label or field in sight contains `words`.
    protected final boolean reads(String words) {
        return lookup(
                        node ->
                                (node instanceof Labeled labeled
                                                && String.valueOf(labeled.getText())
                                                        .contains(words))
                                        || (node instanceof TextInputControl input
                                                && input.getText().contains(words)))
                .queryAll()
                .stream()
                .anyMatch(WindowTest::isShown);
    }

    /// Takes a picture and checks what is in it: that all of it can be read, and that `texts` are
    /// there.
    protected final void screenshot(String name, String... texts) {
        screenshot(name, check -> check.shows(texts));
    }

    protected final void screenshot(String name, UnaryOperator<ScreenCheck> rules) {
        settle();
        screenshot(scene(), name, rules);
    }

    protected final void screenshot(Scene of, String name, UnaryOperator<ScreenCheck> rules) {
        List<String> faults = new ArrayList<>();
        interact(
                () -> {
                    Screenshots.write(of, name);
                    faults.addAll(rules.apply(ScreenCheck.of(of)).faults());
                });
        assertThat(faults).as(name).isEmpty();
    }
}
