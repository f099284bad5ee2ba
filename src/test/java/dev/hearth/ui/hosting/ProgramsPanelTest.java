package dev.hearth.ui.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.settings.Language;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.ScreenCheck;
import dev.hearth.ui.fakes.Screenshots;
import dev.hearth.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The programs that may write, in the panel of a host.
final class ProgramsPanelTest extends HostPanelRobot {
    private List<String> lines() {
        interact(sheets::applyCss);
        return sheets.lookupAll("#program-token .share-address").stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private void name(String program) {
        interact(() -> find("#program-name", TextField.class).setText(program));
        press("#make-token");
    }

    @Test
    void aTokenIsShownOnceAndTakenBackAfterAQuestion() {
        name("Owner");
        assertThat(find(".field-problem", Label.class).getText()).startsWith("This name is reser");
        assertThat(isShown("#program-token")).isFalse();
        name(" Build  bot ");
        assertThat(desk.tokens()).extracting(Program::name).containsExactly("Build bot");
        assertThat(find("#program-name", TextField.class).getText()).isEmpty();
        assertThat(lines()).hasSize(2);
        String token = lines().getFirst();
        assertThat(lines().getLast())
                .isEqualTo(
                        "curl -H \"Authorization: Bearer "
                                + token
                                + "\" -H \"Content-Type: text/plain\" -d \"Hello\""
                                + " http://localhost:3000/rooms/lobby/messages");
        press("#program-token .button");
        List<String> copied = new ArrayList<>();
        interact(() -> copied.add(Clipboard.getSystemClipboard().getString()));
        assertThat(copied).containsExactly(token);
        name("build bot");
        assertThat(find(".field-problem", Label.class).getText()).contains("has a token already");
        interact(sheets::close);
        interact(panel::open);
        assertThat(lines()).isEmpty();
        press("#host-programs .button");
        assertThat(find(".sheet-title", Label.class).getText())
                .isEqualTo("Take back the token of Build bot?");
        press("#sure");
        assertThat(desk.tokens()).isEmpty();
        assertThat(sheets.lookupAll("#host-programs .setting-row")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 600, ENGLISH", "DARK, 440, GERMAN", "DARK, 600, ARABIC"})
    void showsWhichProgramsMayWrite(ThemeChoice look, int width, Language language) {
        Texts.speak(language);
        Scene scene = dressed(look, width);
        interact(
                () -> {
                    scene.setNodeOrientation(
                            language == Language.ARABIC
                                    ? NodeOrientation.RIGHT_TO_LEFT
                                    : NodeOrientation.LEFT_TO_RIGHT);
                    panel.open();
                });
        name("Weather");
        name("CI");
        settle();
        interact(() -> scrollTo("#host-programs"));
        settle();
        List<String> faults = new ArrayList<>();
        interact(
                () -> {
                    Screenshots.write(
                            scene, "host-programs-" + language + "-" + look + "-" + width);
                    faults.addAll(
                            ScreenCheck.of(scene)
                                    .shows("Weather", Texts.text("hosting.program.make"))
                                    .faults());
                });
        assertThat(faults).isEmpty();
        interact(scene.getWindow()::hide);
    }

    @AfterEach
    void speakEnglish() {
        Texts.speak(Language.ENGLISH);
    }

    private void scrollTo(String query) {
        ScrollPane scroll = (ScrollPane) sheets.lookup("#host-scroll");
        Node section = sheets.lookup(query);
        double top = scroll.getContent().sceneToLocal(section.localToScene(0, 0)).getY();
        double whole = scroll.getContent().getLayoutBounds().getHeight();
        scroll.setVvalue((top - 60) / (whole - scroll.getViewportBounds().getHeight()));
    }
}
