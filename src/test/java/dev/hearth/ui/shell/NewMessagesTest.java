package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.WindowTest;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The line above what the person has not seen, and that a room opens there.
final class NewMessagesTest extends WindowTest {
    private void join(ThemeChoice theme) {
        open(theme, 900, 600);
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        interact(() -> chat().enter("Amina", "Omar"));
        settle();
    }

    private FakeChat chat() {
        return world.chat();
    }

    private RoomId room(String name, int messages) {
        var made = new RoomId[1];
        interact(() -> made[0] = chat().rooms().add(name, RoomKind.PUBLIC));
        say(made[0], 0, messages);
        return made[0];
    }

    private void say(RoomId room, int from, int to) {
        interact(
                () -> {
                    for (int i = from; i < to; i++) {
                        chat().rooms().said(room, "Amina", FakeWorld.NOW, "message " + i);
                    }
                });
        settle();
    }

    private boolean sees(String text) {
        Bounds timeline = inScene(find("#timeline", Node.class));
        return lookup(".words").queryAllAs(Text.class).stream()
                .filter(node -> node.getText().equals(text))
                .anyMatch(node -> timeline.contains(inScene(node)));
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private boolean hasLine() {
        return lookup(".new-messages").queryAll().size() == 1;
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aRoomOpensWhereTheNewMessagesBegin(ThemeChoice theme) {
        join(theme);
        RoomId design = room("design", 60);
        clickOn("design");
        settle();
        assertThat(hasLine()).isTrue();
        assertThat(sees("message 0")).isTrue();
        assertThat(sees("message 59")).isFalse();
        assertThat(chat().calls()).doesNotContain("read " + design + " 60");
        screenshot(
                "new-messages-" + theme.name().toLowerCase(Locale.ROOT),
                check -> check.shows("New messages"));
        clickOn("#latest");
        settle();
        assertThat(chat().calls()).contains("read " + design + " 60");
        clickOn("lobby");
        clickOn("design");
        settle();
        assertThat(hasLine()).isFalse();
        assertThat(sees("message 59")).isTrue();
    }

    @Test
    void aRoomWhoseNewMessagesFitOpensAtItsEnd() {
        join(ThemeChoice.LIGHT);
        RoomId design = room("design", 3);
        clickOn("design");
        settle();
        assertThat(hasLine()).isTrue();
        assertThat(sees("message 2")).isTrue();
        assertThat(isShown("#latest")).isFalse();
        assertThat(chat().calls()).contains("read " + design + " 3");
        say(design, 3, 30);
        assertThat(sees("message 29")).isTrue();
    }

    @Test
    void aRoomWithOneNewMessageOpensAtItsEnd() {
        join(ThemeChoice.LIGHT);
        RoomId design = room("design", 1);
        clickOn("design");
        settle();
        assertThat(hasLine()).isTrue();
        assertThat(isShown("#latest")).isFalse();
        assertThat(chat().calls()).contains("read " + design + " 1");
    }

    @Test
    void theLineGoesWhenThePersonWrites() {
        join(ThemeChoice.LIGHT);
        room("design", 3);
        clickOn("design");
        assertThat(hasLine()).isTrue();
        write("here I am").type(KeyCode.ENTER);
        assertThat(sees("here I am")).isTrue();
        assertThat(hasLine()).isFalse();
    }

    @Test
    void whatComesWhileOneReadsFurtherUpIsNewAndWhatOneSeesIsNot() {
        join(ThemeChoice.LIGHT);
        hear(0, 60);
        assertThat(lookup(".new-messages").queryAll()).isEmpty();
        moveTo("#timeline");
        for (int i = 0; i < 6; i++) {
            scroll(3, VerticalDirection.UP);
        }
        hear(60, 62);
        clickOn("#latest");
        settle();
        assertThat(hasLine()).isTrue();
        assertThat(sees("message 61")).isTrue();
        hear(62, 63);
        assertThat(hasLine()).isTrue();
    }

    private void hear(int from, int to) {
        interact(
                () -> {
                    for (int i = from; i < to; i++) {
                        chat().said("Amina", FakeWorld.NOW, "message " + i);
                    }
                });
        settle();
    }
}
