package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.settings.ThemeChoice;
import dev.hearth.testkit.Patience;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.WindowTest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// What strangers write, and how it is shown: links, signs that turn the text, marks that pile up.
final class TextStoriesTest extends WindowTest {
    private static final String LONG =
            "https://a.example/a/rather/long/path/that/needs/more/than/one/line/of/the/bubble"
                    + "/for/it/goes/on/and/on/and/ends/at/last?here=1";

    private void join(double width, double height) {
        open(ThemeChoice.LIGHT, width, height);
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        settle();
    }

    private void hear(String... texts) {
        interact(
                () -> {
                    for (String text : texts) {
                        world.chat().hear("Amina", FakeWorld.NOW, text);
                    }
                });
        settle();
    }

    private List<String> words() {
        return lookup(".words").queryAllAs(Text.class).stream().map(Text::getText).toList();
    }

    @Test
    void aLinkInArabicTextOpensWholeInWhicheverLineItIsClicked() {
        join(700, 600);
        hear("مرحبا، انظروا هنا " + LONG + " شكرا لكم جميعا على كل شيء");
        screenshot("text-rtl-link");
        List<Text> lines = List.copyOf(lookup(".link").queryAllAs(Text.class));
        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(lines.stream().map(Text::getText).collect(Collectors.joining())).isEqualTo(LONG);
        lines.forEach(this::clickOn);
        assertThat(openedLinks).hasSameSizeAs(lines).containsOnly(LONG);
    }

    @Test
    void signsThatTurnTheTextAndMarksThatPileUpAreShown() {
        join(700, 500);
        hear(
                "the photo: \u202egnp.exe",
                "isolated \u2067abc\u2069 and embedded \u202babc\u202c",
                "Z"
                        + "\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0319\u0324".repeat(30)
                        + "algo",
                "bell \u0007 and escape \u001b[31m");
        screenshot("text-controls");
        assertThat(words())
                .contains("the photo: \\u202egnp.exe", "bell \\u0007 and escape \\u001b[31m")
                .noneMatch(text -> text.codePoints().anyMatch(c -> c == 0x202E || c == 0x2067));
        assertThat(words().stream().filter(text -> text.startsWith("Z")).findFirst().orElseThrow())
                .hasSize("Zalgo".length() + 5);
    }

    @Test
    void theTimeStandsBesideOrUnderTheLinkThatUnfolds() {
        join(420, 640);
        hear("one\ntwo\n".repeat(20));
        interact(
                () ->
                        world.chat()
                                .become(
                                        world.chat()
                                                .said("Amina", FakeWorld.NOW, "a\nb\n".repeat(20)),
                                        "a\nb\n".repeat(20),
                                        dev.hearth.ui.fakes.FakeChat.edited(FakeWorld.NOW)));
        settle();
        screenshot(
                "text-narrow-folded",
                check ->
                        check.mayCut("header-chat", "it gives way to the name of the room")
                                .mayCut("header-people", "it gives way to the buttons"));
        assertThat(lookup(".fold-link").queryAll()).isNotEmpty();
        for (Node bubble : lookup(".bubble").queryAll()) {
            Bounds fold = place(bubble.lookup(".fold-link"));
            Bounds meta = place(bubble.lookup(".message-meta"));
            assertThat(inside(fold).intersects(inside(meta))).isFalse();
            assertThat(place(bubble).contains(inside(meta))).isTrue();
        }
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /// Half a pixel is no overlap.
    private static Bounds inside(Bounds bounds) {
        return new BoundingBox(
                bounds.getMinX() + 0.5,
                bounds.getMinY() + 0.5,
                bounds.getWidth() - 1,
                bounds.getHeight() - 1);
    }

    @Test
    void aLinkThatNothingOpensIsCopiedAndSaid() {
        hasBrowser = false;
        join(700, 500);
        hear("see https://a.example/a|b");
        clickOn(".link");
        settle();
        assertThat(openedLinks).containsExactly("https://a.example/a%7Cb");
        Patience.await().until(() -> reads("The link is copied"));
        var copied = new String[1];
        interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).isEqualTo("https://a.example/a%7Cb");
    }

    @Test
    void aLoneCarriageReturnInAPasteBreaksTheLine() {
        join(700, 500);
        interact(
                () -> {
                    var content = new ClipboardContent();
                    content.putString("one\rtwo\r\nthree\u2028four");
                    Clipboard.getSystemClipboard().setContent(content);
                });
        clickOn("#composer").press(KeyCode.SHORTCUT).type(KeyCode.V).release(KeyCode.SHORTCUT);
        settle();
        assertThat(find("#composer", TextArea.class).getText()).isEqualTo("one\ntwo\nthree\nfour");
    }

    @Test
    void whatCannotBeSeenCannotBeSent() {
        join(700, 500);
        for (String unseen : List.of("\u200b", "\u2800", "\u00a0\n")) {
            interact(() -> find("#composer", TextArea.class).setText(unseen));
            settle();
            assertThat(find("#send", Node.class).isDisabled()).isTrue();
        }
    }
}
