package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Message;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.WindowTest;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/// What a click on a quote lights up, and what a reaction counts for.
final class FoundMessageTest extends WindowTest {
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

    private void join() {
        open();
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        interact(() -> world.chat().enter("Amina"));
    }

    private long lit() {
        return lookup(".message-row").queryAll().stream()
                .filter(row -> row.getPseudoClassStates().contains(FOUND))
                .count();
    }

    @Test
    void aMessageLightsUpEachTimeItIsJumpedTo() {
        join();
        interact(
                () -> {
                    Message asked = world.chat().said("Amina", FakeWorld.NOW, "Who comes?");
                    world.chat().said("Amina", FakeWorld.NOW, "Me", FakeChat.answering(asked));
                });
        Node quote = find(".quote", Node.class);
        clickOn(quote);
        assertThat(lit()).isOne();
        clickOn(quote);
        assertThat(lit()).isOne();
    }

    @Test
    void aReactionThatIsTakenBackIsNoFavourite() {
        join();
        interact(
                () ->
                        world.chat()
                                .said(
                                        "Amina",
                                        FakeWorld.NOW,
                                        "Cake!",
                                        FakeChat.reacted("🎂 Amina Mira")));
        clickOn(".reaction");
        moveTo("Cake!");
        settle();
        Set<Node> buttons = lookup(".hover-button").queryAll();
        assertThat(buttons)
                .isNotEmpty()
                .noneMatch(button -> button.getAccessibleText().contains("🎂"));
    }
}
