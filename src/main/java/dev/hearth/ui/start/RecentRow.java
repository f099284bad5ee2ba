package dev.hearth.ui.start;

import dev.hearth.settings.RecentChat;
import dev.hearth.settings.RecentChat.Said;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Shown;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Times;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// A chat that was joined before: a click joins it again; its cross, its menu and Delete take it
/// from the list. FX thread only.
final class RecentRow {
    private final String address;
    private final Times times;
    private final Button button;
    private final ChatLine line = new ChatLine();
    private final Button cross;
    private final StackPane root;

    RecentRow(RecentChat chat, Times times, Consumer<String> join, Consumer<String> forget) {
        this.address = chat.address();
        this.times = times;
        button = Controls.button("", () -> join.accept(address), "recent-button");
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        cross =
                Controls.iconButton(
                        Feather.X,
                        Texts.text("join.forget"),
                        () -> forget.accept(address),
                        "recent-forget");
        cross.setGraphic(Icons.small(Feather.X));
        line.setMouseTransparent(true);
        root = new StackPane(button, line, cross);
        StackPane.setAlignment(cross, Pos.CENTER_RIGHT);
        root.getStyleClass().add("recent");
        var remove = new MenuItem(Texts.text("join.forget"));
        remove.setOnAction(event -> forget.accept(address));
        button.setContextMenu(new ContextMenu(remove));
        root.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.DELETE) {
                        forget.accept(address);
                        event.consume();
                    }
                });
        show(chat);
    }

    Node node() {
        return root;
    }

    String address() {
        return address;
    }

    void show(RecentChat chat) {
        String name = Shown.line(chat.name());
        String words = chat.last().map(said -> Shown.line(said.line())).orElse("");
        String since = chat.last().map(Said::at).map(times::brief).orElse("");
        if (name.isEmpty()) {
            line.show(address, "", words, since);
        } else {
            line.show(name, address, words, since);
        }
        String again = Texts.text("join.again", name.isEmpty() ? address : name);
        button.setAccessibleText(again);
        button.setAccessibleHelp((address + " " + words + " " + since).strip());
        cross.setAccessibleText(Texts.text("join.forgetChat", name.isEmpty() ? address : name));
    }
}
