package dev.hearth.ui.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// The check finds each fault that it looks for, and nothing where there is none.
final class ScreenCheckTest extends PulseRobot {
    private static final String WHITE = "-fx-background-color: white;";

    private static Label label(String words, double x, double y) {
        Label label = new Label(words);
        label.setStyle("-fx-text-fill: black; -fx-font-size: 14px;");
        label.relocate(x, y);
        return label;
    }

    private static Label on(Label label, String style) {
        label.setStyle(label.getStyle() + style);
        return label;
    }

    private static TextFlow flow(String... parts) {
        TextFlow flow = new TextFlow();
        for (String part : parts) {
            Text text = new Text(part);
            text.setStyle("-fx-fill: black; -fx-font-size: 14px;");
            flow.getChildren().add(text);
        }
        return flow;
    }

    /// What is wrong with a white window of 400 by 300 pixels that shows `nodes`.
    private List<String> faults(ScreenCheckOf check, Node... nodes) {
        List<String> faults = new ArrayList<>();
        Stage[] stage = new Stage[1];
        interact(
                () -> {
                    Pane pane = new Pane(nodes);
                    pane.setStyle(WHITE);
                    stage[0] = new Stage();
                    stage[0].setScene(new Scene(pane, 400, 300));
                    stage[0].show();
                });
        interact(() -> faults.addAll(check.of(ScreenCheck.of(stage[0].getScene())).faults()));
        interact(() -> stage[0].close());
        return faults;
    }

    private List<String> faults(Node... nodes) {
        return faults(check -> check, nodes);
    }

    private interface ScreenCheckOf {
        ScreenCheck of(ScreenCheck check);
    }

    @Test
    void nothingIsWrongWithWhatCanBeRead() {
        TextFlow flow = flow("Words and ", "a link, ".repeat(20));
        flow.setPrefWidth(200);
        flow.relocate(10, 60);
        TextField field = new TextField("Longer than the field is. ".repeat(10));
        field.setPrefWidth(100);
        field.relocate(250, 60);
        field.setFocusTraversable(false);
        assertThat(
                        faults(
                                check -> check.shows("one", "two", "a link"),
                                label("one", 10, 10),
                                label("two", 10, 27),
                                flow,
                                field))
                .isEmpty();
    }

    @Test
    void knowsWhereTextFromRightToLeftStands() {
        TextFlow flow = flow("مرحبا بالجميع");
        flow.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        flow.setPrefWidth(200);
        flow.relocate(100, 60);
        assertThat(faults(flow, label("left of it", 110, 60))).isEmpty();
        assertThat(faults(flow, label("over it", 250, 60)))
                .singleElement()
                .asString()
                .endsWith("overlap");
    }

    @Test
    void findsWhatIsCut() {
        Label label = label("This is too long for its place", 10, 10);
        label.setMaxWidth(80);
        assertThat(faults(label)).singleElement().asString().contains("is cut to");
        assertThat(faults(check -> check.mayCut("label", "the test says so"), label)).isEmpty();
    }

    @Test
    void findsWhatIsCutBelow() {
        Label label = label("These are many words that take more than a line", 10, 10);
        label.setWrapText(true);
        label.setMaxWidth(100);
        label.setMaxHeight(20);
        assertThat(faults(label)).singleElement().asString().contains("is cut to");
    }

    @Test
    void findsWhatLeavesTheWindow() {
        assertThat(faults(label("beside", 380, 10)))
                .singleElement()
                .asString()
                .contains("out of sight");
        assertThat(faults(label("below", 10, 295))).isNotEmpty();
        assertThat(faults(label("far away", 10, 900))).isNotEmpty();
    }

    @Test
    void findsWhatAClipCutsOff() {
        Pane clipped = new Pane(label("half of it", 10, 10));
        clipped.setClip(new Rectangle(30, 300));
        assertThat(faults(clipped)).singleElement().asString().contains("out of sight");
    }

    @Test
    void findsWhatSticksOutOfItsCard() {
        Pane card = new Pane(label("wider than the card", 5, 5));
        card.setStyle("-fx-background-color: #eeeeee;");
        card.setMaxSize(60, 40);
        assertThat(faults(card)).singleElement().asString().contains("sticks out");
    }

    @Test
    void findsTextsOnTopOfEachOther() {
        assertThat(faults(label("one text", 10, 10), label("another", 30, 14)))
                .singleElement()
                .asString()
                .contains("“one text”")
                .contains("“another”")
                .endsWith("overlap");
    }

    @Test
    void findsWhatIsPaintedOver() {
        Pane card = new Pane();
        card.getStyleClass().add("card");
        card.setStyle(WHITE);
        card.setPrefSize(20, 100);
        Label label = label("under a card", 10, 10);
        assertThat(faults(label, card)).singleElement().asString().contains("is covered");
        assertThat(faults(check -> check.mayCover("card", "the test says so"), label, card))
                .isEmpty();
        assertThat(
                        faults(
                                check ->
                                        check.mayCover("card", "the test says so")
                                                .shows("under a card"),
                                label,
                                card))
                .as("covered words are not shown")
                .hasSize(1);
    }

    @Test
    void findsWhatStandsOutTooLittle() {
        assertThat(faults(on(label("grey on white", 10, 10), "-fx-text-fill: #808080;")))
                .singleElement()
                .asString()
                .contains("contrast of 3.9");
        assertThat(faults(on(label("just enough", 10, 10), "-fx-text-fill: #767676;"))).isEmpty();
        assertThat(faults(on(label("same", 10, 10), "-fx-text-fill: white;"))).hasSize(1);
    }

    @Test
    void aFewDarkPixelsDoNotMakeAPaleTextReadable() {
        Label pale = on(label("pale letters, all of them", 0, 0), "-fx-text-fill: #c8c8c8;");
        Rectangle dot = new Rectangle(6, 6, 2, 2);
        dot.setFill(javafx.scene.paint.Color.BLACK);
        Pane both = new Pane(pale, dot);
        both.setStyle(WHITE);
        assertThat(faults(both)).singleElement().asString().contains("contrast of");
    }

    @Test
    void aLargeTextMayStandOutLess() {
        String large = "-fx-text-fill: #808080; -fx-font-size: 24px;";
        assertThat(faults(on(label("large", 10, 10), large))).isEmpty();
        String lighter = "-fx-text-fill: #a0a0a0; -fx-font-size: 24px;";
        assertThat(faults(on(label("large", 10, 10), lighter))).hasSize(1);
    }

    @Test
    void seesTheOpacityOfWhatIsAround() {
        StackPane disc = new StackPane(on(label("AB", 0, 0), "-fx-text-fill: white;"));
        disc.setStyle("-fx-background-color: #2b62cf;");
        disc.setPrefSize(60, 40);
        assertThat(faults(disc)).isEmpty();
        disc.setOpacity(0.45);
        assertThat(faults(disc)).singleElement().asString().contains("contrast of");
    }

    @Test
    void whatIsDisabledMayBePale() {
        Button button = new Button("not now");
        button.setDisable(true);
        assertThat(faults(button)).isEmpty();
    }

    @Test
    void findsWhatIsNotThere() {
        assertThat(faults(check -> check.shows("absent"), label("present", 10, 10)))
                .containsExactly("“absent” is not to be seen");
        Label hidden = label("hidden", 10, 10);
        hidden.setVisible(false);
        assertThat(faults(check -> check.shows("hidden"), hidden)).hasSize(1);
    }

    @Test
    void scrolledContentMayBeOutOfSightButNotBeside() {
        VBox lines = new VBox();
        lines.setStyle(WHITE);
        IntStream.range(0, 40).forEach(i -> lines.getChildren().add(label("line " + i, 0, 0)));
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setStyle("-fx-background: white;");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefSize(200, 105);
        assertThat(faults(check -> check.shows("line 1"), scroll)).isEmpty();
        assertThat(faults(check -> check.shows("line 39"), scroll))
                .containsExactly("“line 39” is not to be seen");
        lines.getChildren().setAll(label("far too long for this pane ".repeat(3), 0, 0));
        assertThat(faults(scroll)).isNotEmpty();
    }
}
