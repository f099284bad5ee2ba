package dev.hearth.ui.shell;

import dev.hearth.settings.Appearance;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Shortcut;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.notices.QuietTime;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// The menu of the window: every action, with its shortcut. One is made for each screen, since an
/// action must not work where it means nothing.
final class AppMenu {
    private final MenuButton button = new MenuButton();

    AppMenu() {
        button.setId("menu");
        button.setGraphic(Icons.medium(Feather.MENU));
        button.getStyleClass().addAll("icon-button", "menu-only");
        button.setPopupSide(Side.BOTTOM);
        button.setOnShown(event -> alignRight());
        button.setAccessibleText(Texts.text("menu"));
        button.setTooltip(new Tooltip(Texts.text("menu")));
    }

    /// The button stands at the edge where a line ends; a menu aligned to its other side would
    /// leave the window.
    private void alignRight() {
        ContextMenu popup = button.getItems().getFirst().getParentPopup();
        Bounds place = button.localToScreen(button.getLayoutBounds());
        if (popup != null && place != null) {
            boolean mirrored =
                    button.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
            popup.setX(mirrored ? place.getMinX() : place.getMaxX() - popup.getWidth());
        }
    }

    MenuButton node() {
        return button;
    }

    AppMenu add(Shortcut shortcut, Runnable action) {
        return add(shortcut, shortcut.key(), action);
    }

    /// @param key of the text that says what the action does on this screen
    AppMenu add(Shortcut shortcut, String key, Runnable action) {
        button.getItems().add(item(shortcut, key, action));
        return this;
    }

    private static MenuItem item(Shortcut shortcut, String key, Runnable action) {
        var item = new MenuItem(Texts.text(key));
        item.setId(key);
        item.setOnAction(event -> action.run());
        item.setAccelerator(shortcut.combination());
        return item;
    }

    /// @param offered whether the action means anything here and now
    AppMenu addWhen(BooleanSupplier offered, Shortcut shortcut, Runnable action) {
        Runnable guarded =
                () -> {
                    if (offered.getAsBoolean()) {
                        action.run();
                    }
                };
        add(shortcut, guarded);
        MenuItem item = button.getItems().getLast();
        button.addEventHandler(
                MenuButton.ON_SHOWING, event -> item.setVisible(offered.getAsBoolean()));
        return this;
    }

    AppMenu addLine() {
        button.getItems().add(new SeparatorMenuItem());
        return this;
    }

    AppMenu addQuiet(QuietTime quiet) {
        button.getItems().add(new QuietMenu(quiet).fillWhenShown(button));
        return this;
    }

    /// Light or dark, and the size of text.
    AppMenu addLook(ObjectProperty<Appearance> appearance) {
        var menu = new Menu(Texts.text("menu.theme"));
        var group = new ToggleGroup();
        for (ThemeChoice theme : ThemeChoice.values()) {
            var item = new RadioMenuItem(Texts.text("theme." + theme.name()));
            item.setToggleGroup(group);
            item.setOnAction(event -> appearance.set(appearance.get().withTheme(theme)));
            button.addEventHandler(
                    MenuButton.ON_SHOWING,
                    event -> item.setSelected(appearance.get().theme() == theme));
            menu.getItems().add(item);
        }
        menu.getItems().add(new SeparatorMenuItem());
        for (TextSizeKeys.Step step : TextSizeKeys.Step.values()) {
            Shortcut shortcut = step.shortcut();
            menu.getItems().add(item(shortcut, shortcut.key(), () -> step.apply(appearance)));
        }
        button.getItems().add(menu);
        return this;
    }
}
