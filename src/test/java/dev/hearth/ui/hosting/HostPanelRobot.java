package dev.hearth.ui.hosting;

import dev.hearth.model.PersonId;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.settings.Appearance;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.FakeDesk;
import dev.hearth.ui.fakes.FakeTimers;
import dev.hearth.ui.fakes.PulseRobot;
import dev.hearth.ui.kit.Fonts;
import dev.hearth.ui.kit.Sheets;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Theme;
import dev.hearth.ui.kit.Toasts;
import dev.hearth.ui.text.EmojiLettering;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/// The panel of a host who is not there, open on its sheet.
abstract class HostPanelRobot extends PulseRobot {
    final FakeTimers timers = new FakeTimers();
    final FakeDesk desk = new FakeDesk();
    final Sheets sheets = new Sheets(new EmojiLettering());

    /// What kinds of files somebody was asked for.
    final List<String> offered = new ArrayList<>();

    /// The file that is chosen when the panel asks for one.
    Optional<Path> chosen = Optional.empty();

    final HostPanel panel =
            new HostPanel(
                    new HostTools(
                            new HostedHere(desk, List.of(), this::ask, () -> {}),
                            new Nothing(),
                            () -> new PersonId("me"),
                            timers.context(),
                            sheets,
                            new Toasts(timers, new EmojiLettering())));

    @BeforeEach
    void open() {
        interact(
                () -> {
                    new Scene(sheets, 600, 600).getRoot().applyCss();
                    panel.open();
                });
    }

    private Optional<Path> ask(String title, String name, List<SaveDialog.Kind> kinds) {
        kinds.forEach(kind -> offered.add(kind.extension()));
        return chosen;
    }

    final <N extends Node> N find(String query, Class<N> type) {
        interact(sheets::applyCss);
        return type.cast(sheets.lookup(query));
    }

    final boolean isShown(String query) {
        for (@Nullable Node at = sheets.lookup(query); at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    final void press(String button) {
        interact(() -> find(button, Button.class).fire());
    }

    final Scene dressed(ThemeChoice look, int width) {
        Scene[] made = new Scene[1];
        interact(
                () -> {
                    Fonts.load();
                    sheets.getScene().setRoot(new StackPane());
                    var scene = new Scene(new StackPane(sheets), width, 700);
                    new Theme(Appearance.DEFAULTS.withTheme(look))
                            .dress(scene, new Subscriptions());
                    made[0] = scene;
                    var stage = new Stage();
                    stage.setScene(scene);
                    stage.show();
                });
        return made[0];
    }

    private static final class Nothing implements Moderation {
        @Override
        public void muteForAWhile(RoomId room, PersonId person) {}

        @Override
        public void unmute(RoomId room, PersonId person) {}

        @Override
        public void remove(RoomId room, PersonId person, Removal by) {}

        @Override
        public void unban(RoomId room, PersonId person) {}

        @Override
        public void giveRole(RoomId room, PersonId person, Role role) {}

        @Override
        public void forget(PersonId person) {}
    }
}
