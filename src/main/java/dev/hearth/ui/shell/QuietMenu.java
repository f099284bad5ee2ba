package dev.hearth.ui.shell;

import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Times;
import dev.hearth.ui.notices.QuietTime;
import java.time.Instant;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// "Do not disturb", and until when.
final class QuietMenu {
    private final QuietTime quiet;
    private final Menu menu = new Menu();
    private final MenuItem off = item("quiet.off");

    QuietMenu(QuietTime quiet) {
        this.quiet = quiet;
        menu.setId("quiet");
        off.setOnAction(event -> quiet.turnOff());
        MenuItem hour = item("quiet.hour");
        hour.setOnAction(event -> quiet.anHour());
        MenuItem tomorrow = item("quiet.tomorrow");
        tomorrow.setOnAction(event -> quiet.untilTomorrow());
        MenuItem always = item("quiet.always");
        always.setOnAction(event -> quiet.untilTurnedOff());
        menu.getItems().addAll(off, hour, tomorrow, always);
    }

    private static MenuItem item(String key) {
        var item = new MenuItem(Texts.text(key));
        item.setId(key.replace('.', '-'));
        return item;
    }

    /// @param button the menu that it is in: what it says is looked up each time that opens
    Menu fillWhenShown(MenuButton button) {
        button.addEventHandler(MenuButton.ON_SHOWING, event -> refresh());
        refresh();
        return menu;
    }

    private void refresh() {
        menu.setText(quiet.end().map(this::isOn).orElse(Texts.text("quiet.menu")));
        off.setVisible(quiet.isOn());
    }

    private String isOn(Instant end) {
        return end.equals(Instant.MAX)
                ? Texts.text("quiet.on")
                : Texts.text("quiet.until", new Times(quiet.clock()).dayAndTime(end));
    }
}
