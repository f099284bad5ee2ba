package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.WindowTest;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Where the keyboard goes.
final class KeyboardWayTest extends WindowTest {
    private TextArea composer() {
        return find("#composer", TextArea.class);
    }

    private void join() {
        open();
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        interact(
                () -> {
                    world.chat().enter("Amina");
                    world.chat().said("Amina", FakeWorld.NOW, "hello");
                });
    }

    @Test
    void tabLeavesTheComposer() {
        join();
        clickOn("#composer").write("hi");
        type(KeyCode.TAB);
        assertThat(composer().getText()).isEqualTo("hi");
        assertThat(composer().isFocused()).isFalse();
        push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(composer().isFocused()).isTrue();
    }

    @Test
    void whatIsTypedAfterAMenuGoesToTheComposer() {
        join();
        for (String menu : new String[] {"#menu", "#room-menu"}) {
            clickOn(menu);
            type(KeyCode.ESCAPE);
            write("a");
            assertThat(composer().getText()).as(menu).endsWith("a");
            interact(composer()::clear);
        }
        interact(() -> scene().getRoot().requestFocus());
        write("b");
        assertThat(composer().getText()).as("from nowhere").isEqualTo("b");
        interact(composer()::clear);
        rightClickOn("hello");
        type(KeyCode.ESCAPE);
        write("c");
        assertThat(composer().getText()).as("after the menu of a message").isEqualTo("c");
    }

    @Test
    void whatIsTypedIntoASheetStaysThere() {
        join();
        push(KeyCode.CONTROL, KeyCode.K);
        write("lob");
        assertThat(find("#picker-field", TextField.class).getText()).isEqualTo("lob");
        assertThat(composer().getText()).isEmpty();
    }

    @Test
    void theNameThatIsRememberedIsTypedOver() {
        open();
        write("Omar");
        assertThat(find("#name", TextField.class).getText()).isEqualTo("Omar");
    }

    @Test
    void theOwnNameIsNoButton() {
        join();
        Node you = find("#you", Node.class);
        assertThat(you.isFocusTraversable()).isFalse();
        assertThat(you.getCursor()).isNull();
        clickOn(you);
        assertThat(isShown("#person-card")).isFalse();
    }
}
