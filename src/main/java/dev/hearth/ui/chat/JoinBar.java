package dev.hearth.ui.chat;

import dev.hearth.model.Membership;
import dev.hearth.model.RoomId;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.rooms.RoomItem;
import dev.hearth.ui.text.EmojiLabel;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// In place of the composer of a room that the person is not in: the way in.
final class JoinBar {
    private final Label words = EmojiLabel.paragraph("", "join-words");
    private final Button decline;
    private final HBox root;

    JoinBar(RoomId room, RoomCommands commands) {
        Button join = Controls.button(Texts.text("room.join"), () -> commands.join(room), "accent");
        join.setId("join-room");
        decline = Controls.button(Texts.text("room.decline"), () -> commands.leave(room));
        decline.setId("decline-room");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        root = new HBox(words, decline, join);
        root.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().add("join-bar");
        Controls.show(root, false);
    }

    Node node() {
        return root;
    }

    void show(RoomItem item) {
        Membership membership = item.head().membership();
        boolean banned = membership == Membership.BANNED;
        boolean invited = membership == Membership.INVITED;
        String key = banned ? "room.banned" : invited ? "room.isInvited" : "room.outside";
        words.setText(Texts.text(key, item.name()));
        Controls.show(decline, invited);
        root.getChildren().getLast().setVisible(!banned);
    }
}
