package dev.hearth.ui.notices;

import dev.hearth.ui.kit.Avatar;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.text.EmojiLabel;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Cards of messages elsewhere: a click leads there. FX thread only.
public final class NoticeCards extends VBox {
    private static final double FACE = 32;

    private final NoticeBoard board;
    private boolean one;

    public NoticeCards(NoticeBoard board) {
        this.board = board;
        setId("notices");
        getStyleClass().add("notices");
        setMaxHeight(USE_PREF_SIZE);
        setPickOnBounds(false);
        refresh();
    }

    public void attach(Subscriptions subscriptions) {
        subscriptions.add(board.shown().subscribe(this::refresh));
        refresh();
    }

    /// @param now whether there is room for the latest notice alone
    public void showOne(boolean now) {
        one = now;
        refresh();
    }

    private void refresh() {
        List<Notice> all = board.shown();
        List<Notice> now = one && !all.isEmpty() ? List.of(all.getLast()) : all;
        getChildren().setAll(now.stream().map(this::card).toList());
        Controls.show(this, !now.isEmpty());
    }

    private Node card(Notice notice) {
        Label title = new EmojiLabel(notice.title(), "notice-title");
        Label text = new EmojiLabel(notice.text(), "notice-text");
        var words = new VBox(title, text);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(new Avatar(FACE, notice.author()), words);
        line.getStyleClass().add("notice-line");
        var open = new Button("", line);
        open.getStyleClass().add("notice-open");
        open.setMaxWidth(Double.MAX_VALUE);
        open.setMinWidth(0);
        open.setAlignment(Pos.CENTER_LEFT);
        open.setAccessibleText(Texts.text("notice.spoken", notice.title(), notice.text()));
        open.setOnAction(event -> board.follow(notice));
        Button close =
                Controls.iconButton(
                        Feather.X,
                        Texts.text("notice.close"),
                        () -> board.close(notice),
                        "small",
                        "notice-close");
        StackPane.setAlignment(close, Pos.TOP_RIGHT);
        var card = new StackPane(open, close);
        card.getStyleClass().add("notice");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        return card;
    }
}
