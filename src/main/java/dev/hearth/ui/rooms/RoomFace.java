package dev.hearth.ui.rooms;

import dev.hearth.model.RoomKind;
import dev.hearth.ui.kit.Face;
import dev.hearth.ui.kit.Icons;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// What stands before the name of a room in a list: the person of a conversation of two, a lock
/// where only the invited come in, else a hash.
public final class RoomFace {
    private static final double LARGE = 36;
    private static final double SMALL = 28;

    private RoomFace() {}

    /// @param online whether the other one of a conversation of two is here
    public static Node large(RoomItem item, boolean online) {
        if (item.isDirect()) {
            return new Face(LARGE, item.title(), online);
        }
        var face = new StackPane(Icons.medium(icon(item)));
        face.getStyleClass().add("room-face");
        return face;
    }

    public static Node small(RoomItem item) {
        if (item.isDirect()) {
            return new Face(SMALL, item.title(), false);
        }
        var face = new StackPane(Icons.small(icon(item)));
        face.getStyleClass().addAll("room-face", "small");
        return face;
    }

    private static Feather icon(RoomItem item) {
        return item.head().kind() == RoomKind.PRIVATE ? Feather.LOCK : Feather.HASH;
    }
}
