package dev.hearth.ui.start;

import dev.hearth.settings.RecentChat;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// The chats that were joined before, the latest of them at first. A row stays where it is while
/// what it says changes: somebody may be about to click it. FX thread only.
final class RecentList extends VBox {
    /// How many are shown before all are wished for.
    private static final int FIRST = 3;

    private final Times times;
    private final Consumer<String> join;
    private final Consumer<String> forget;
    private final VBox rows = new VBox();
    private final Button more;
    private final List<RecentRow> shown = new ArrayList<>();
    private List<RecentChat> chats = List.of();
    private boolean isWhole;

    RecentList(Times times, Consumer<String> join, Consumer<String> forget) {
        this.times = times;
        this.join = join;
        this.forget = forget;
        more = Controls.button("", this::showAll, "disclosure");
        more.setId("recent-more");
        setAccessibleText(Texts.text("join.recent"));
        getStyleClass().add("recent-list");
        getChildren().addAll(rows, more);
    }

    void show(List<RecentChat> now) {
        chats = List.copyOf(now);
        List<RecentChat> wished = isWhole ? chats : chats.stream().limit(FIRST).toList();
        if (addresses(wished).equals(shown.stream().map(RecentRow::address).toList())) {
            for (int i = 0; i < shown.size(); i++) {
                shown.get(i).show(wished.get(i));
            }
        } else {
            shown.clear();
            wished.forEach(chat -> shown.add(new RecentRow(chat, times, join, forget)));
            rows.getChildren().setAll(shown.stream().map(RecentRow::node).toList());
        }
        more.setText(Texts.text("join.more", chats.size()));
        Controls.show(more, wished.size() < chats.size());
    }

    private static List<String> addresses(List<RecentChat> chats) {
        return chats.stream().map(RecentChat::address).toList();
    }

    private void showAll() {
        isWhole = true;
        show(chats);
    }
}
