package dev.hearth.ui.rooms;

import dev.hearth.model.Membership;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Times;
import dev.hearth.ui.text.EmojiLabel;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A room in the list: what it is called, what was said last, what is unread or begun.
public final class RoomRow extends HBox {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass NEWS = PseudoClass.getPseudoClass("news");

    /// @param open whether it is the room that is shown
    /// @param online whether the other one of a conversation of two is here
    public RoomRow(RoomItem item, boolean open, boolean online, Times times) {
        getStyleClass().add("room-row");
        setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(top(item, times));
        HBox bottom = bottom(item);
        if (bottom.getChildren().size() > 1 || !item.line().isEmpty()) {
            words.getChildren().add(bottom);
        }
        words.getStyleClass().add("room-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(RoomFace.large(item, online), words);
        pseudoClassStateChanged(OPEN, open);
        pseudoClassStateChanged(NEWS, item.unread() > 0);
        setAccessibleText(spoken(item));
    }

    private static Node top(RoomItem item, Times times) {
        Label title = new EmojiLabel(item.title(), "room-title");
        Controls.takesTheRest(title);
        var top = new HBox(title);
        top.setAlignment(Pos.BASELINE_LEFT);
        item.lastAt()
                .map(at -> Controls.label(times.brief(at), "room-time"))
                .ifPresent(
                        when -> {
                            when.setMinWidth(USE_PREF_SIZE);
                            top.getChildren().add(when);
                        });
        return top;
    }

    private HBox bottom(RoomItem item) {
        Label preview = new EmojiLabel(item.line(), "room-preview");
        Controls.takesTheRest(preview);
        var bottom = new HBox(preview);
        bottom.getStyleClass().add("room-bottom");
        if (item.isBegun()) {
            bottom.getChildren().addFirst(fixed(Texts.text("room.draft"), "room-draft"));
        }
        if (item.head().membership() == Membership.INVITED) {
            bottom.getChildren().add(fixed(Texts.text("room.invited"), "count"));
        }
        if (item.mentions() > 0 && !item.isDirect()) {
            bottom.getChildren().add(fixed("@", "count"));
        }
        if (item.unread() > 0) {
            boolean calls = item.mentions() > 0;
            Label count = fixed(Controls.count(item.unread()), "count", "room-unread");
            count.getStyleClass().add(calls ? "calls" : "quiet");
            bottom.getChildren().add(count);
        }
        return bottom;
    }

    private static Label fixed(String text, String... styles) {
        Label label = Controls.label(text, styles);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private String spoken(RoomItem item) {
        String news = item.unread() == 0 ? "" : Texts.text("room.unread", item.unread());
        String calls =
                item.mentions() == 0 || item.isDirect()
                        ? ""
                        : Texts.text("room.mentions", item.mentions());
        String draft = item.isBegun() ? Texts.text("room.draft") + " " : "";
        return String.join(" ", item.name(), news, calls, draft + item.line()).strip();
    }
}
