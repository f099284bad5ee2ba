package dev.hearth.ui.start;

import dev.hearth.settings.RecentChat;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.LabelledField;
import dev.hearth.ui.kit.ProblemNote;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.TextSize;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Times;
import dev.hearth.ui.kit.Waiting;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// *Join a chat*: an address, or one of those joined before.
final class JoinCard {
    private static final double PROBLEM_HEIGHT = 94;

    private final StartViewModel model;
    private final ChoiceCard card = new ChoiceCard(Feather.LOG_IN, "join");
    private final LabelledField address = new LabelledField("address", "join.address");
    private final DialectMenu dialect;
    private final RecentList recent;
    private final Button button;
    private final Waiting waiting;
    private final ProblemNote problem = new ProblemNote();

    /// Between address and button: chats joined before, or in their place a problem.
    private final StackPane between = new StackPane();

    /// Room for a problem of a few lines.
    private final Region room = new Region();

    private final StringProperty noProblem = new SimpleStringProperty("");

    JoinCard(StartViewModel model) {
        this.model = model;
        dialect = new DialectMenu(model.dialect());
        button = Controls.button(Texts.text("join.button"), model::join, "accent", "wide-button");
        button.setId("join");
        button.setMaxWidth(Double.MAX_VALUE);
        waiting = new Waiting(model::cancel);
        address.field().setPromptText(Texts.text("join.prompt"));
        address.field().setOnAction(event -> model.join());
        recent = new RecentList(new Times(model.clock()), model::join, this::forget);
        recent.setMaxHeight(Region.USE_PREF_SIZE);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.setMaxHeight(Region.USE_PREF_SIZE);
        between.getChildren().setAll(room, recent, problem);
        between.setMinHeight(Region.USE_PREF_SIZE);
        StackPane.setAlignment(recent, Pos.TOP_LEFT);
        StackPane.setAlignment(problem, Pos.BOTTOM_CENTER);
        VBox.setVgrow(between, Priority.ALWAYS);
        // On the line of the label, where there is room.
        StackPane.setAlignment(dialect.node(), Pos.TOP_RIGHT);
        var where = new StackPane(address, dialect.node());
        card.addAll(where, dialect.room(), between, button, waiting);
    }

    Node node() {
        return card;
    }

    void focus() {
        address.field().requestFocus();
        address.field().selectAll();
    }

    /// Keeps room for a problem of three lines, so that the screen stands still when there is one.
    void keepRoomForProblem(boolean kept) {
        room.setMinHeight(kept ? TextSize.text(PROBLEM_HEIGHT) : 0);
    }

    void attach(Subscriptions subscriptions) {
        dialect.attach(subscriptions);
        address.bind(model.addressProperty(), noProblem, subscriptions);
        subscriptions.watch(model.joinProblemProperty(), problem::show);
        subscriptions.watch(model.joinProblemProperty(), wrong -> showRecent());
        subscriptions.watch(model.stepProperty(), this::show);
        subscriptions.add(model.recent().all().subscribe(this::showRecent));
        showRecent();
    }

    private void show(StartStep step) {
        boolean joining = step instanceof StartStep.Joining;
        boolean tried = button.isManaged() == joining;
        card.setDisable(step instanceof StartStep.Hosting);
        address.setDisable(joining);
        dialect.setDisable(joining);
        recent.setDisable(joining);
        Controls.show(button, !joining);
        switch (step) {
            case StartStep.Joining(String where) -> waiting.show(Texts.text("join.waiting", where));
            case StartStep.Hosting hosting -> waiting.hide();
            case StartStep.Ready ready -> waiting.hide();
        }
        if (tried && !joining) {
            // It did not work out: the address is what there is to change.
            focus();
        }
    }

    /// A problem hides the list and leaves it its room: nothing moves under the pointer.
    private void showRecent() {
        List<RecentChat> chats = model.recent().all();
        recent.show(chats);
        card.explain(chats.isEmpty());
        recent.setManaged(!chats.isEmpty());
        recent.setVisible(!chats.isEmpty() && model.joinProblemProperty().get().isEmpty());
    }

    private void forget(String recentAddress) {
        model.recent().forget(recentAddress);
        address.field().requestFocus();
    }
}
