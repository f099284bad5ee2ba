package dev.hearth.ui.hosting;

import dev.hearth.model.Attendance.Attendee;
import dev.hearth.ui.kit.Avatar;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Shown;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Times;
import dev.hearth.ui.text.EmojiTooltip;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A person, how they are here, and a menu of what can be done about them.
final class AttendeeRow extends HBox {
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
    private static final double FACE = 36;

    private final PersonMenu menu;
    private final Times times;
    private final Avatar avatar = new Avatar(FACE);
    private final Region dot = new Region();
    private final Label name = Controls.label("", "setting-title");
    private final Label about = Controls.paragraph("", "fine-print");
    private final MenuButton actions = new MenuButton();
    private @Nullable Attendee shown;

    AttendeeRow(PersonMenu menu, Times times) {
        this.menu = menu;
        this.times = times;
        getStyleClass().addAll("setting-row", "host-person");
        setAlignment(Pos.CENTER_LEFT);
        dot.getStyleClass().add("presence-dot");
        StackPane.setAlignment(dot, Pos.BOTTOM_RIGHT);
        var face = new StackPane(avatar, dot);
        face.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        face.getStyleClass().add("person-face");
        name.setMinWidth(0);
        var words = new VBox(name, about);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        actions.setGraphic(Icons.medium(Feather.MORE_HORIZONTAL));
        actions.getStyleClass().addAll("icon-button", "menu-only");
        actions.setOnShowing(event -> fill());
        getChildren().addAll(face, words, actions);
    }

    void show(Attendee now) {
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        String called = Shown.name(now.person());
        if (!called.equals(name.getText())) {
            avatar.show(called);
        }
        name.setText(called);
        about.setText(about(now));
        dot.setVisible(now.here());
        pseudoClassStateChanged(AWAY, !now.here());
        String spoken = Texts.text("hosting.actions", called);
        actions.setAccessibleText(spoken);
        actions.setTooltip(EmojiTooltip.of(spoken));
        Controls.show(actions, menu.isOffered(now));
        setAccessibleText(called + ", " + about.getText());
    }

    private void fill() {
        if (shown != null) {
            actions.getItems().setAll(menu.items(shown));
        }
    }

    private String about(Attendee now) {
        String role = Texts.text("role." + now.person().role().name());
        List<String> parts = new ArrayList<>();
        parts.add(menu.isYou(now) ? Texts.text("card.you", role) : role);
        if (now.here()) {
            now.since().ifPresent(at -> parts.add(Texts.text("hosting.since", times.moment(at))));
            now.roundTrip().ifPresent(time -> parts.add(milliseconds(time)));
        } else {
            parts.add(Texts.text("hosting.away"));
        }
        if (now.muted()) {
            parts.add(Texts.text("hosting.muted"));
        }
        if (now.banned()) {
            parts.add(Texts.text("hosting.banned"));
        }
        return String.join(" · ", parts);
    }

    private static String milliseconds(Duration time) {
        long millis = time.toMillis();
        return millis == 0
                ? Texts.text("hosting.roundTrip.short")
                : Texts.text("hosting.roundTrip", millis);
    }
}
