package dev.hearth.ui.start;

import dev.hearth.ui.kit.AppMark;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.LabelledField;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.TextSize;
import dev.hearth.ui.kit.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The first screen: who you are, and two equal choices.
public final class StartView {
    /// Below this width the choices stand one above the other.
    private static final double TWO_COLUMNS = 640;

    private static final double NAME_WIDTH = 320;

    private final StartViewModel model;
    private final LabelledField name = new LabelledField("name", "name.label");
    private final HostCard hostCard;
    private final JoinCard joinCard;
    private final FoundChatsView foundChats;
    private final GridPane choices = new GridPane();
    private final StackPane root = new StackPane();
    private final Subscriptions subscriptions = new Subscriptions();

    /// @param menu the menu of the window, shown in the corner
    /// @param back leads back to where the person came from, if anywhere; in the other corner
    public StartView(StartViewModel model, Node menu, Optional<Node> back) {
        this.model = model;
        hostCard = new HostCard(model);
        joinCard = new JoinCard(model);
        foundChats = new FoundChatsView(model);
        name.field().setPromptText(Texts.text("name.prompt"));
        name.field().setOnAction(event -> submitName());
        choices.getStyleClass().add("choices");
        choices.add(hostCard.node(), 0, 0);
        choices.add(joinCard.node(), 1, 0);

        var column = new VBox(head(), name, foundChats.list(), choices, foundChats.status());
        column.getStyleClass().add("start-column");
        column.setMaxHeight(VBox.USE_PREF_SIZE);
        var centre = new StackPane(column);
        centre.getStyleClass().add("start-centre");
        var scroll = new ScrollPane(centre);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("start-scroll");
        scroll.setFocusTraversable(false);

        StackPane.setAlignment(menu, Pos.TOP_RIGHT);
        root.getChildren().addAll(scroll, menu);
        back.ifPresent(
                way -> {
                    StackPane.setAlignment(way, Pos.TOP_LEFT);
                    root.getChildren().add(way);
                });
        root.getStyleClass().add("start");
        root.setId("start");
    }

    private static Node head() {
        var mark = new AppMark(64);
        var title = Controls.label(Texts.text("app.name"), "app-title");
        var tagline = Controls.paragraph(Texts.text("app.tagline"), "app-tagline");
        var head = new HBox(mark, new VBox(title, tagline));
        head.getStyleClass().add("start-head");
        return head;
    }

    public Parent node() {
        return root;
    }

    public void attach() {
        name.bind(model.nameProperty(), model.nameProblemProperty(), subscriptions);
        hostCard.attach(subscriptions);
        joinCard.attach(subscriptions);
        foundChats.attach(subscriptions);
        model.lookBack();
        subscriptions.watch(
                root.widthProperty().map(width -> width.doubleValue() >= twoColumns()),
                this::arrange);
        subscriptions.add(
                TextSize.factorProperty()
                        .subscribe(() -> arrange(root.getWidth() >= twoColumns())));
        subscriptions.watch(
                model.stepProperty(), step -> name.setDisable(!(step instanceof StartStep.Ready)));
    }

    public void detach() {
        subscriptions.close();
    }

    /// Puts the cursor where the person has something to type: the name when there is none yet.
    public void focusFirst() {
        // What scrolls gets into the scene with the first style pass, and only there can it have
        // the focus.
        root.applyCss();
        name.field().requestFocus();
        // The name that is remembered is right, or typed over.
        name.field().selectAll();
    }

    /// Puts the cursor where another chat is named.
    public void focusAddress() {
        root.applyCss();
        joinCard.focus();
    }

    /// Enter in the name field does what the person most likely wants: join when an address is
    /// already there, else host.
    private void submitName() {
        if (model.addressProperty().get().isBlank()) {
            model.host();
        } else {
            model.join();
        }
    }

    private static double twoColumns() {
        return TextSize.text(TWO_COLUMNS);
    }

    private void arrange(boolean sideBySide) {
        name.setMaxWidth(sideBySide ? TextSize.space(NAME_WIDTH) : Double.MAX_VALUE);
        joinCard.keepRoomForProblem(sideBySide);
        var half = new ColumnConstraints();
        half.setPercentWidth(sideBySide ? 50 : 100);
        half.setHgrow(Priority.ALWAYS);
        if (sideBySide) {
            choices.getColumnConstraints().setAll(half, half);
        } else {
            choices.getColumnConstraints().setAll(half);
        }
        GridPane.setConstraints(joinCard.node(), sideBySide ? 1 : 0, sideBySide ? 0 : 1);
    }
}
