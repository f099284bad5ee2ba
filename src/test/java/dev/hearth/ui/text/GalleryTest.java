package dev.hearth.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.settings.Appearance;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.testkit.Patience;
import dev.hearth.ui.fakes.PulseRobot;
import dev.hearth.ui.fakes.Screenshots;
import dev.hearth.ui.kit.Fonts;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Theme;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures of every kind of text, in light and dark, at one and two pixels a pixel.
final class GalleryTest extends PulseRobot {
    private static final List<String> MARKDOWN =
            List.of(
                    "Some **bold**, some *italic*, ~~struck~~, `code in a line`, ***both***, and "
                            + "`code` again in a line that wraps around.",
                    "> What Ana said about **this**\n> over two lines\n\nMy answer to it.",
                    "Things to bring:\n- bread and *cheese*\n- a lamp\n  - and oil for it\n"
                            + "1. first\n2. second, which is long enough to need another line here",
                    "```java\nrecord Point(int x, int y) {} // 🎉\n"
                            + "int answer = Stream.of(1, 2, 3).mapToInt(each -> each * each).sum(); // long\n```",
                    "see https://a.example/x_y_z and [the site](https://b.example/path), "
                            + "[https://a.example](https://evil.example), ana@a.example",
                    "a <b>tag</b>, snake_case_word, 2 * 3 * 4, # no heading, ![pic](https://c.example/p.png)");
    private static final List<String> EMOJI =
            List.of(
                    "🎉",
                    "👍🏽 👩‍💻",
                    "❤️🇩🇪🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                    "Nice 😀! Family 👨‍👩‍👧‍👦, 👩🏿‍🚀, flags 🇫🇷🇯🇵, keycaps 1️⃣#️⃣, text ❤︎ ©, ok ☺ ✔️ — 🤷🏻‍♀️ **bold 🔥**",
                    "🎉🎉🎉🎉 four of them");
    private static final List<String> DIRECTIONS =
            List.of(
                    "مرحبا بالعالم، هذا نص **عريض** مع Hearth 2.0 و 123 داخل الجملة الطويلة جدا التي تحتاج إلى أكثر من سطر واحد 😀",
                    "שלום עולם! זה טקסט (בעברית) עם English words באמצע ו-https://a.example/path?x=1 בסוף.",
                    "He said שלום לכולם, and then مرحبا بكم, and went on in English for a while.",
                    "> اقتباس قصير\n\n- أول\n- ثاني\n\nEnglish line");

    private static VBox bubble(String text, boolean own) {
        var body = new MessageBody(Markdown.read(text), target -> {}, copied -> {});
        var bubble = new VBox(body);
        bubble.getStyleClass().addAll("bubble", own ? "own" : "other");
        bubble.setMaxWidth(440);
        return bubble;
    }

    private static VBox column(List<String> texts) {
        var column = new VBox(8);
        column.setPadding(new Insets(12));
        column.setMaxWidth(470);
        column.setFillWidth(false);
        for (int i = 0; i < texts.size(); i++) {
            column.getChildren().add(bubble(texts.get(i), i % 3 == 2));
        }
        return column;
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1", "DARK,1", "LIGHT,2", "DARK,2"})
    void allOfIt(ThemeChoice theme, int scale) {
        var stages = new Stage[1];
        interact(
                () -> {
                    Fonts.load();
                    var all =
                            new FlowPane(
                                    column(MARKDOWN), new VBox(column(EMOJI), column(DIRECTIONS)));
                    if (scale == 2) {
                        all.setPrefWrapLength(500);
                        all.getTransforms().add(new Scale(2, 2));
                    } else {
                        all.setPrefWrapLength(980);
                    }
                    var root = new VBox(all);
                    root.setStyle("-fx-background-color: -hearth-ground");
                    var scene = new Scene(root, 980, scale == 2 ? 980 : 760);
                    new Theme(Appearance.DEFAULTS.withTheme(theme))
                            .dress(scene, new Subscriptions());
                    var stage = new Stage();
                    stages[0] = stage;
                    stage.setX(0);
                    stage.setY(0);
                    stage.setScene(scene);
                    stage.show();
                });
        Scene scene = stages[0].getScene();
        Patience.await().until(() -> drawn(scene.getRoot()));
        settle();
        interact(
                () ->
                        Screenshots.write(
                                scene,
                                "gallery-"
                                        + theme.name().toLowerCase(java.util.Locale.ROOT)
                                        + "-"
                                        + scale));
        interact(stages[0]::hide);
        assertThat(scene.getRoot().lookupAll(".emoji")).hasSizeGreaterThan(20);
    }

    private static boolean drawn(Node root) {
        return root.lookupAll(".emoji").stream()
                .map(ImageView.class::cast)
                .allMatch(view -> view.getImage() != null && view.getImage().getProgress() == 1);
    }
}
