package dev.hearth.ui.text;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.settings.Appearance;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.testkit.Patience;
import dev.hearth.ui.fakes.PulseRobot;
import dev.hearth.ui.fakes.Screenshots;
import dev.hearth.ui.kit.Fonts;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Text on screen: it stays where it belongs, and an idle window does nothing.
final class RichTextTest extends PulseRobot {
    private static final double WIDTH = 400;

    private @Nullable Stage stage;

    private void show(Region content) {
        interact(
                () -> {
                    Fonts.load();
                    var scene = new Scene(new VBox(content), 600, 700);
                    new Theme(Appearance.DEFAULTS.withTheme(ThemeChoice.LIGHT))
                            .dress(scene, new Subscriptions());
                    var shown = new Stage();
                    stage = shown;
                    shown.setX(0);
                    shown.setY(0);
                    shown.setScene(scene);
                    shown.show();
                });
    }

    @AfterEach
    void close() {
        interact(requireNonNull(stage)::hide);
    }

    /// A layout may come before the style of nodes that are new.
    @Test
    void wordsStandBesideEachOtherThatAreLaidOutBeforeTheyHaveTheirStyle() {
        var label = new EmojiLabel("127.0.0.1:3000", "rail-title");
        show(new VBox(label));
        interact(
                () -> {
                    label.setText("Zoë 🔥’s chat");
                    label.getScene().getRoot().layout();
                });
        assertThat(
                        label.lookupAll(".rich-text > Text").stream()
                                .map(Text.class::cast)
                                .filter(words -> !words.getText().isBlank())
                                .map(words -> words.getText() + " " + (words.getLayoutX() > 0)))
                .containsExactlyInAnyOrder("Zoë  false", "’s chat true");
    }

    private static MessageBody body(String text) {
        var body = new MessageBody(Markdown.read(text), target -> {}, copied -> {});
        body.setMaxWidth(WIDTH);
        return body;
    }

    /// Counts what JavaFX asks of it in each layout pass.
    private static final class Counting extends VBox {
        private int passes;

        @Override
        protected void layoutChildren() {
            passes++;
            super.layoutChildren();
        }
    }

    @Test
    void anIdleWindowWithTextFromRightToLeftLaysNothingOut() {
        var rows = new ArrayList<Counting>();
        var column = new Counting();
        rows.add(column);
        for (int i = 0; i < 20; i++) {
            var row = new Counting();
            row.getChildren()
                    .add(body("مرحبا بالعالم 😀 **عريض** and שלום (" + i + ") ".repeat(1 + i)));
            column.getChildren().add(row);
            rows.add(row);
        }
        show(column);
        settle();
        int before = rows.stream().mapToInt(row -> row.passes).sum();
        assertThat(before).isPositive();
        for (int i = 0; i < 30; i++) {
            settle();
        }
        assertThat(rows.stream().mapToInt(row -> row.passes).sum()).isEqualTo(before);
        interact(
                () ->
                        assertThat(everything(requireNonNull(stage).getScene().getRoot()))
                                .noneMatch(
                                        node ->
                                                node instanceof Parent parent
                                                        && parent.isNeedsLayout()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xxxxxxxxxx",
                "שלום",
                "e\u0301",
                "\u200d",
                "\u200b",
                "👩‍💻",
                "ﷺ",
                "אa",
                "**b** ",
                "`c`",
                "> "
            })
    void staysInItsBubble(String unit) {
        MessageBody body = body(unit.repeat(10_000 / unit.length()));
        show(new VBox(body));
        interact(
                () -> {
                    assertThat(body.getWidth()).isLessThanOrEqualTo(WIDTH);
                    for (RichText leaf : body.leaves()) {
                        for (Line line : leaf.shown()) {
                            boolean within = line.width() <= leaf.getWidth() + 2;
                            assertThat(within || leaf.getClip() != null).isTrue();
                        }
                        Bounds place = body.sceneToLocal(leaf.localToScene(leaf.getLayoutBounds()));
                        assertThat(place.getMaxX()).isLessThanOrEqualTo(WIDTH + 1);
                    }
                    assertThat(everything(body))
                            .hasSizeLessThan(2 * Typesetter.MOST_FRAGMENTS + 200);
                });
    }

    @Test
    void whatIsMarkedIsTheTextWithItsEmoji() {
        MessageBody body = body("**Hi** 😀 all\n\n- one\n- two");
        show(new VBox(body));
        assertThat(body.text()).isEqualTo("Hi 😀 all\none\ntwo");
        var selection = new TextSelection();
        interact(() -> selection.install(body));
        interact(() -> body.setId("body"));
        doubleClickOn("#body .bold");
        interact(() -> assertThat(selection.text()).isEqualTo("Hi"));
    }

    @Test
    void aLabelWithAnEmojiIsCutWhereThereIsNoRoom() {
        var label = new EmojiLabel("A rather long name 🎉 of someone", "header-title");
        label.setMaxWidth(120);
        show(new VBox(label, new EmojiLabel("no picture")));
        interact(
                () -> {
                    assertThat(
                                    label.lookupAll(".words").stream()
                                            .map(node -> ((Text) node).getText()))
                            .last()
                            .isEqualTo("…");
                    assertThat(label.getWidth()).isLessThanOrEqualTo(120);
                    Node drawn = label.getGraphic();
                    assertThat(drawn.getLayoutBounds().getWidth()).isLessThanOrEqualTo(121);
                    label.setText("plain");
                    assertThat(label.getGraphic()).isNull();
                });
    }

    @Test
    void thePickerIsUsedByKeyboard() {
        var use = new EmojiUse();
        var owner = new EmojiLabel("here");
        var taken = new ArrayList<String>();
        show(new VBox(owner));
        interact(() -> new EmojiPicker(use).show(owner, taken::add));
        Patience.await().until(() -> lookup("#emoji-search").tryQuery().isPresent());
        Scene picker = lookup("#emoji-search").query().getScene();
        Patience.await().until(() -> drawn(picker.getRoot()));
        interact(() -> Screenshots.write(picker, "emoji-picker"));
        interact(
                () ->
                        assertThat(
                                        everything(picker.getRoot()).stream()
                                                .filter(ImageView.class::isInstance))
                                .hasSizeBetween(40, 200));
        write("wave");
        type(KeyCode.RIGHT);
        type(KeyCode.LEFT);
        type(KeyCode.ENTER);
        assertThat(taken).containsExactly("👋");
        assertThat(use.recent(3)).as("what is taken counts where it is used").isEmpty();
        assertThat(lookup("#emoji-search").tryQuery()).isEmpty();
    }

    private static boolean drawn(Node root) {
        return everything(root).stream()
                .filter(ImageView.class::isInstance)
                .map(ImageView.class::cast)
                .allMatch(view -> view.getImage() != null && view.getImage().getProgress() == 1);
    }

    private static List<Node> everything(Node root) {
        List<Node> all = new ArrayList<>();
        all.add(root);
        if (root instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all.addAll(everything(child)));
        }
        return all;
    }
}
