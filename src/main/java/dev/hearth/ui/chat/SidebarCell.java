package dev.hearth.ui.chat;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Times;
import dev.hearth.ui.people.PersonRow;
import dev.hearth.ui.rooms.RoomRow;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A line of the sidebar on screen.
final class SidebarCell extends ListCell<SidebarItem> {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass SECTION = PseudoClass.getPseudoClass("section");

    private final Times times;
    private final SidebarActions actions;
    private @Nullable SidebarItem shown;

    SidebarCell(Times times, SidebarActions actions) {
        this.times = times;
        this.actions = actions;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // The width is that of the list: what is longer is cut.
        setPrefWidth(0);
        getStyleClass().add("sidebar-cell");
        setOnMouseClicked(
                event -> {
                    if (getItem() != null) {
                        actions.use(getItem(), this);
                    }
                });
    }

    @Override
    protected void updateItem(@Nullable SidebarItem item, boolean empty) {
        super.updateItem(item, empty);
        // A cell that another place in the list got, with the same line, has its row already.
        if (item != null && item.equals(shown)) {
            return;
        }
        shown = empty ? null : item;
        pseudoClassStateChanged(OPEN, item instanceof SidebarItem.Room room && room.open());
        pseudoClassStateChanged(
                SECTION,
                item instanceof SidebarItem.Section || item instanceof SidebarItem.Nothing);
        @Nullable Node node = shown == null ? null : node(shown);
        setGraphic(node);
        setAccessibleText(node == null ? "" : node.getAccessibleText());
    }

    private Node node(SidebarItem item) {
        return switch (item) {
            case SidebarItem.Section(String title, boolean opensRooms) ->
                    section(title, opensRooms);
            case SidebarItem.Room(var room, boolean open, boolean online) ->
                    new RoomRow(room, open, online, times);
            case SidebarItem.Someone(var presence, boolean told) -> new PersonRow(presence, told);
            case SidebarItem.Nothing _ ->
                    Controls.paragraph(Texts.text("rail.nothing"), "sidebar-nothing");
        };
    }

    private Node section(String title, boolean opensRooms) {
        Label words = Controls.label(title, "rail-section");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(words);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setAccessibleText(title);
        if (opensRooms) {
            Button add =
                    Controls.iconButton(
                            Feather.PLUS, Texts.text("menu.newRoom"), actions::newRoom, "small");
            add.setId("new-room");
            line.getChildren().add(add);
        }
        return line;
    }
}
