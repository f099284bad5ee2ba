package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.WindowTest;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Arabic and Hebrew in the composer: in lines, from the right, with the caret where it belongs.
final class TwoWayWritingTest extends WindowTest {
    private static final String ARABIC =
            "مرحبا بالجميع هل يمكنني الانضمام إلى هذه المحادثة اليوم أم غدا ".repeat(3).strip();

    private TextArea composer() {
        return find("#composer", TextArea.class);
    }

    private Bounds caret() {
        Node caret = find(".written-caret", Node.class);
        return caret.localToScene(caret.getLayoutBounds());
    }

    private Bounds field() {
        return composer().localToScene(composer().getLayoutBounds());
    }

    private void join(ThemeChoice theme) {
        open(theme, 900, 640);
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        interact(() -> world.chat().enter("Amina"));
        clickOn("#composer");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void linesAreWrappedAndBeginAtTheRight(ThemeChoice theme) {
        join(theme);
        double oneLine = field().getHeight();
        write("م");
        assertThat(field().getMaxX() - caret().getMaxX()).as("after a letter").isLessThan(40);
        interact(() -> composer().setText(ARABIC));
        interact(composer()::home);
        assertThat(field().getHeight()).isGreaterThan(1.8 * oneLine);
        assertThat(field().getMaxX() - caret().getMaxX()).isLessThan(14);
        assertThat(caret().getMinY()).isLessThan(field().getMinY() + 20);
        interact(composer()::end);
        assertThat(caret().getMaxY()).isGreaterThan(field().getMaxY() - 20);
        screenshot("composer-arabic-" + theme.name().toLowerCase(Locale.ROOT), check -> check);
        interact(composer()::selectAll);
        screenshot("composer-selected-" + theme.name().toLowerCase(Locale.ROOT), check -> check);
        write("hello");
        assertThat(composer().getText()).isEqualTo("hello");
        assertThat(isShown(".written-text")).isFalse();
        assertThat(field().getHeight()).isEqualTo(oneLine);
    }

    @Test
    void keysGoFromLineToLine() {
        join(ThemeChoice.LIGHT);
        interact(() -> composer().setText(ARABIC));
        interact(composer()::end);
        double last = caret().getMinY();
        type(KeyCode.UP);
        assertThat(caret().getMinY()).isLessThan(last);
        type(KeyCode.DOWN);
        assertThat(caret().getMinY()).isEqualTo(last);
        type(KeyCode.HOME);
        assertThat(field().getMaxX() - caret().getMaxX()).isLessThan(14);
        assertThat(caret().getMinY()).isEqualTo(last);
        int start = composer().getCaretPosition();
        assertThat(start).isPositive();
        push(KeyCode.SHIFT, KeyCode.END);
        assertThat(composer().getSelectedText()).isEqualTo(ARABIC.substring(start));
        type(KeyCode.HOME);
        type(KeyCode.LEFT);
        assertThat(composer().getCaretPosition()).as("left is on").isEqualTo(start + 1);
        type(KeyCode.RIGHT);
        assertThat(composer().getCaretPosition()).isEqualTo(start);
        type(KeyCode.UP, 9);
        assertThat(composer().getCaretPosition()).isZero();
        assertThat(world.chat().calls()).isEmpty();
    }

    @Test
    void aClickPutsTheCaretWhereItIs() {
        join(ThemeChoice.LIGHT);
        interact(() -> composer().setText(ARABIC));
        interact(composer()::end);
        Bounds field = composer().localToScreen(composer().getLayoutBounds());
        clickOn(field.getMaxX() - 10, field.getMinY() + 16);
        assertThat(composer().getCaretPosition()).isZero();
        write("ب");
        assertThat(composer().getText()).startsWith("بمرحبا");
    }
}
