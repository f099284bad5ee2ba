package dev.hearth.ui.settings;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Section;
import dev.hearth.ui.kit.SettingRow;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// All settings, one under the other. There is nothing to confirm.
public final class SettingsSheet {
    private final SettingsTools tools;

    public SettingsSheet(SettingsTools tools) {
        this.tools = tools;
    }

    public void open() {
        var subscriptions = new Subscriptions();
        Button close = Controls.iconButton(Feather.X, Texts.text("close"), tools.sheets()::close);
        close.setId("close-settings");
        Label title = Controls.label(Texts.text("settings.title"), "sheet-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var head = new HBox(title, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("settings-head");
        var sections =
                new VBox(
                        new NameSetting(tools).section(subscriptions),
                        new LookSettings(tools).section(subscriptions),
                        new LanguageSetting(tools).section(),
                        new NoticeSetting(tools).section());
        sections.getStyleClass().add("settings-sections");
        new FolderSettings(tools).section().ifPresent(sections.getChildren()::add);
        sections.getChildren().add(about());
        var scroll = new ScrollPane(sections);
        scroll.setId("settings-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        tools.sheets().openWide(close, subscriptions::close, head, scroll);
    }

    private Node about() {
        Button about = Controls.button(Texts.text("settings.about.open"), tools.about(), "small");
        about.setId("settings-about");
        var section =
                new Section(
                        "menu.about",
                        new SettingRow(Texts.text("about.version", tools.version()), "", about));
        section.getStyleClass().add("last");
        return section;
    }
}
