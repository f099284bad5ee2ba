package dev.hearth.ui.shell;

import dev.hearth.model.ConnectionState;
import dev.hearth.settings.Language;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.SampleChat;
import dev.hearth.ui.fakes.WindowTest;
import dev.hearth.ui.kit.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.AfterEach;

/// A window with several chats, and what its tests ask of it.
abstract class SeveralChats extends WindowTest {
    @AfterEach
    final void speakEnglish() {
        Texts.speak(Language.ENGLISH);
    }

    protected final FakeChat join(String address, String... others) {
        interact(() -> window().visit(new OpeningWish.Join(address, Optional.empty())));
        interact(() -> world.chat().enter(others));
        settle();
        return world.chat();
    }

    protected final void hear(FakeChat chat, String name, String text) {
        interact(() -> chat.said(name, FakeWorld.NOW, text));
        settle();
    }

    protected final TextArea composer() {
        return find("#composer", TextArea.class);
    }

    protected final Button button(int place) {
        return find("#open-chat-" + place, Button.class);
    }

    protected final String badge(int place) {
        return lookup("#open-chat-" + place)
                .query()
                .getParent()
                .lookupAll(".open-chat-news")
                .stream()
                .filter(Node::isVisible)
                .map(node -> ((Label) node).getText())
                .findFirst()
                .orElse("");
    }

    protected final List<String> notices() {
        return lookup(".notice-title").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    protected final boolean inFront(String name) {
        return stage().getTitle().contains(name);
    }

    protected final double placeOf(String words) {
        return lookup(".message-row").queryAll().stream()
                .filter(row -> String.valueOf(row.getAccessibleText()).endsWith(": " + words))
                .map(row -> row.localToScene(row.getLayoutBounds()).getMinY())
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is not in sight"));
    }

    protected final void fill() {
        clickOn("#host");
        interact(() -> world.chat().enter("Amina"));
        FakeChat away = join("10.0.0.7", "Omar");
        FakeChat busy = join("chat.example.org", "Jonas");
        FakeChat shown = join("192.168.1.30", "Amina");
        interact(
                () -> {
                    SampleChat.fill(shown);
                    for (int i = 0; i < 12; i++) {
                        Instant at = FakeWorld.NOW.minusSeconds(200 - 10L * i);
                        busy.said("Jonas", at, "What was said as number " + i);
                    }
                    away.said("Omar", FakeWorld.NOW, "@Mira are you there?");
                    away.become(
                            new ConnectionState.Offline(
                                    FakeWorld.NOW.plusSeconds(9), "It is away."));
                });
        settle();
    }
}
