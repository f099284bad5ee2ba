package dev.hearth.ui.search;

import dev.hearth.model.FoldedMessage;
import dev.hearth.model.SearchHits.Hit;
import dev.hearth.model.SearchHits.Range;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

/// The hits, or a hit among its neighbours. There are never more than a hundred, and as high as
/// their texts.
final class HitList {
    private final SearchViewModel model;
    private final Times times;
    private final IntConsumer use;
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);
    private final Button more;
    private List<HitRow> hits = List.of();

    /// @param use runs with the place of the hit that is clicked
    HitList(SearchViewModel model, Times times, IntConsumer use) {
        this.model = model;
        this.times = times;
        this.use = use;
        more = Controls.button(Texts.text("search.more"), model::more, "quiet-button");
        more.setId("search-more");
        rows.getStyleClass().add("hits");
        rows.setAccessibleRole(AccessibleRole.LIST_VIEW);
        rows.setAccessibleText(Texts.text("search.hits"));
        scroll.setId("hits");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
    }

    Node node() {
        return scroll;
    }

    /// @param further whether there are others, which can be asked for
    void show(List<Hit> found, boolean further) {
        boolean everywhere = model.filterProperty().get().room().isEmpty();
        List<HitRow> made = new ArrayList<>();
        for (Hit hit : found) {
            String room = everywhere ? model.source().roomName(hit.message().room()) : "";
            HitRow row = HitRow.hit(hit.message(), hit.ranges(), room, model.source(), times);
            int index = made.size();
            row.getStyleClass().add("usable");
            row.setOnMouseClicked(
                    event -> {
                        if (event.getButton() == MouseButton.PRIMARY) {
                            use.accept(index);
                        }
                    });
            made.add(row);
        }
        hits = List.copyOf(made);
        rows.getChildren().setAll(made);
        if (further) {
            rows.getChildren().add(more);
        }
        scroll.setVvalue(0);
    }

    void show(Surroundings around) {
        hits = List.of();
        rows.getChildren().clear();
        for (FoldedMessage message : around.messages()) {
            boolean hit = around.isHit(message);
            List<Range> ranges = hit ? around.hit().ranges() : List.of();
            HitRow row = HitRow.neighbour(message, ranges, model.source(), times);
            rows.getChildren().add(row);
            if (hit) {
                hits = List.of(row);
            }
        }
        choose(0);
        hits.forEach(this::bringToMiddle);
    }

    /// Marks the row at `index`, and brings it into sight.
    void choose(int index) {
        for (int i = 0; i < hits.size(); i++) {
            hits.get(i).choose(i == index);
        }
        if (index >= 0 && index < hits.size()) {
            scroll.applyCss();
            scroll.layout();
            bringIntoSight(hits.get(index));
        }
    }

    private void bringIntoSight(Node row) {
        double hidden = rows.getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden <= 0) {
            return;
        }
        Bounds at = row.getBoundsInParent();
        double top = scroll.getVvalue() * hidden;
        double bottom = top + scroll.getViewportBounds().getHeight();
        if (at.getMinY() < top) {
            scroll.setVvalue(at.getMinY() / hidden);
        } else if (at.getMaxY() > bottom) {
            scroll.setVvalue((at.getMaxY() - scroll.getViewportBounds().getHeight()) / hidden);
        }
    }

    private void bringToMiddle(Node row) {
        double height = scroll.getViewportBounds().getHeight();
        double hidden = rows.getHeight() - height;
        if (hidden > 0) {
            Bounds at = row.getBoundsInParent();
            scroll.setVvalue(Math.clamp((at.getCenterY() - height / 2) / hidden, 0, 1));
        }
    }

    void page(int screenfuls) {
        double hidden = rows.getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            double by = screenfuls * scroll.getViewportBounds().getHeight() / hidden;
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + by, 0, 1));
        }
    }
}
