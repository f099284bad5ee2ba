package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.FocusMarks;
import dev.hearth.ui.fakes.Screenshots;
import dev.hearth.ui.fakes.WindowTest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The keyboard goes round by Tab, and can be seen wherever it is.
final class FocusTest extends WindowTest {
    private static final int MOST = 40;

    private void goRound(String name, ThemeChoice theme, int least) {
        var marks = new FocusMarks[1];
        interact(() -> marks[0] = new FocusMarks(scene()));
        Set<Node> stops = new HashSet<>();
        for (int i = 0; i < MOST; i++) {
            type(KeyCode.TAB);
            if (!stops.add(scene().getFocusOwner())) {
                break;
            }
            interact(marks[0]::moved);
            String id = String.valueOf(scene().getFocusOwner().getId());
            String picture =
                    "focus-" + name + "-" + id + "-" + theme.name().toLowerCase(Locale.ROOT);
            interact(() -> Screenshots.write(scene(), picture));
        }
        assertThat(marks[0].faults()).isEmpty();
        assertThat(stops).hasSizeGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void onTheStartScreen(ThemeChoice theme) {
        preferences.rememberAddress("chat.example.org:3000");
        open(theme, 900, 640);
        interact(() -> find("#address", javafx.scene.control.TextField.class).setText("10.0.0.7"));
        goRound("start", theme, 6);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void inAChat(ThemeChoice theme) {
        open(theme, 900, 640);
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        interact(
                () -> {
                    world.chat().enter("Amina");
                    world.chat().said("Amina", dev.hearth.ui.fakes.FakeWorld.NOW, "hello");
                });
        clickOn("#composer").write("hi");
        goRound("chat", theme, 6);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void besideSeveralChats(ThemeChoice theme) {
        open(theme, 900, 640);
        for (String address : new String[] {"10.0.0.7", "10.0.0.8"}) {
            interact(() -> window().visit(new OpeningWish.Join(address, Optional.empty())));
            interact(() -> world.chat().enter("Amina"));
        }
        clickOn("#composer").write("hi");
        goRound("rail", theme, 8);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void onASheet(ThemeChoice theme) {
        open(theme, 900, 640);
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        interact(() -> world.chat().enter("Amina"));
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        goRound("sheet", theme, 4);
    }
}
