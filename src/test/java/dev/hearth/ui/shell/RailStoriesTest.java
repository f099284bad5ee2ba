package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.ConnectionState;
import dev.hearth.settings.Language;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.SampleChat;
import dev.hearth.ui.fakes.WindowTest;
import dev.hearth.ui.kit.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Several chats in one window.
final class RailStoriesTest extends WindowTest {
    @AfterEach
    void speakEnglish() {
        Texts.speak(Language.ENGLISH);
    }

    private FakeChat join(String address, String... others) {
        interact(() -> window().visit(new OpeningWish.Join(address, Optional.empty())));
        interact(() -> world.chat().enter(others));
        settle();
        return world.chat();
    }

    private void hear(FakeChat chat, String name, String text) {
        interact(() -> chat.said(name, FakeWorld.NOW, text));
        settle();
    }

    private TextArea composer() {
        return find("#composer", TextArea.class);
    }

    private Button button(int place) {
        return find("#open-chat-" + place, Button.class);
    }

    private String badge(int place) {
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

    private List<String> notices() {
        return lookup(".notice-title").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private boolean inFront(String name) {
        return stage().getTitle().contains(name);
    }

    @Test
    void theOnlyChatHasNoRail() {
        open();
        join("10.0.0.7", "Amina");
        assertThat(isShown("#open-chats")).isFalse();
        join("10.0.0.8", "Omar");
        assertThat(isShown("#open-chats")).isTrue();
        push(KeyCode.CONTROL, KeyCode.W);
        assertThat(isShown("#open-chats")).isFalse();
    }

    @Test
    void oneMoreChatIsJoinedWhileTheFirstGoesOn() {
        open();
        FakeChat first = join("10.0.0.7", "Amina");
        push(KeyCode.CONTROL, KeyCode.N);
        assertThat(isShown("#start")).isTrue();
        hear(first, "Amina", "hello");
        assertThat(badge(1)).isEqualTo("1");
        assertThat(stage().getTitle()).isEqualTo("(1) Hearth");
        write("10.0.0.8");
        type(KeyCode.ENTER);
        assertThat(world.chats()).hasSize(2);
        assertThat(inFront("10.0.0.8:3000")).isTrue();
        assertThat(first.calls()).doesNotContain("close");
        assertThat(stage().getTitle()).startsWith("(1) ");
        clickOn("#open-chat-1");
        assertThat(reads("hello")).isTrue();
        assertThat(badge(1)).isEmpty();
        assertThat(stage().getTitle()).startsWith("#lobby · 10.0.0.7:3000");
    }

    @Test
    void escapeLeadsBackToTheChat() {
        open();
        join("10.0.0.7", "Amina");
        clickOn("#composer").write("half a sen");
        push(KeyCode.CONTROL, KeyCode.N);
        type(KeyCode.ESCAPE);
        assertThat(isShown("#start")).isFalse();
        assertThat(isShown("#open-chats")).isFalse();
        write("tence");
        assertThat(composer().getText()).isEqualTo("half a sentence");
        push(KeyCode.CONTROL, KeyCode.N);
        clickOn("#start-back");
        assertThat(isShown("#chat")).isTrue();
    }

    @Test
    void escapeGivesUpAJoinBeforeItLeadsBack() {
        open();
        join("10.0.0.7", "Amina");
        world.onJoin(chat -> {});
        push(KeyCode.CONTROL, KeyCode.N);
        write("10.0.0.8");
        type(KeyCode.ENTER);
        assertThat(reads("Connecting to 10.0.0.8:3000")).isTrue();
        type(KeyCode.ESCAPE);
        assertThat(world.chat().calls()).contains("close");
        assertThat(isShown("#start")).isTrue();
        type(KeyCode.ESCAPE);
        assertThat(inFront("10.0.0.7:3000")).isTrue();
    }

    @Test
    void roomDraftPlaceAndSearchStayInEachChat() {
        open(ThemeChoice.LIGHT, 990, 640);
        FakeChat first = join("10.0.0.7", "Amina");
        interact(
                () -> {
                    for (int i = 0; i < 60; i++) {
                        first.said("Amina", FakeWorld.NOW.plusSeconds(i), "Line " + i);
                    }
                });
        clickOn("#composer").write("half a sen");
        type(KeyCode.PAGE_UP);
        type(KeyCode.PAGE_UP);
        push(KeyCode.CONTROL, KeyCode.F);
        write("posters");
        double before = placeOf("Line 30");
        join("10.0.0.8", "Omar");
        assertThat(isShown("#search")).isFalse();
        assertThat(composer().getText()).isEmpty();
        write("another");
        hear(first, "Amina", "and one more line");
        push(KeyCode.CONTROL, KeyCode.TAB);
        settle();
        assertThat(composer().getText()).isEqualTo("half a sen");
        assertThat(isShown("#search")).isTrue();
        assertThat(reads("posters")).isTrue();
        assertThat(placeOf("Line 30")).isEqualTo(before);
        // The keyboard is where it was.
        write(" now");
        assertThat(reads("posters now")).isTrue();
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
        assertThat(composer().getText()).isEqualTo("another");
    }

    private double placeOf(String words) {
        return lookup(".message-row").queryAll().stream()
                .filter(row -> String.valueOf(row.getAccessibleText()).endsWith(": " + words))
                .map(row -> row.localToScene(row.getLayoutBounds()).getMinY())
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is not in sight"));
    }

    @Test
    void theRoomOfAChatThatComesBackShowsWhatIsNew() {
        open();
        FakeChat first = join("10.0.0.7", "Amina");
        hear(first, "Amina", "seen");
        join("10.0.0.8", "Omar");
        interact(
                () -> {
                    for (int i = 0; i < 60; i++) {
                        first.said("Amina", FakeWorld.NOW.plusSeconds(i), "Line " + i);
                    }
                });
        settle();
        assertThat(badge(1)).isEqualTo("60");
        push(KeyCode.CONTROL, KeyCode.DIGIT1);
        settle();
        assertThat(placeOf("Line 0")).isPositive();
        assertThat(badge(1)).isNotEmpty();
        push(KeyCode.ALT, KeyCode.END);
        settle();
        assertThat(badge(1)).isEmpty();
    }

    @Test
    void keysLeadFromOneToTheOther() {
        open();
        join("10.0.0.7");
        join("10.0.0.8");
        join("10.0.0.9");
        push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(inFront("10.0.0.7:3000")).isTrue();
        push(KeyCode.CONTROL, KeyCode.TAB);
        assertThat(inFront("10.0.0.8:3000")).isTrue();
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
        assertThat(inFront("10.0.0.9:3000")).isTrue();
        push(KeyCode.CONTROL, KeyCode.TAB);
        assertThat(inFront("10.0.0.7:3000")).isTrue();
        push(KeyCode.CONTROL, KeyCode.DIGIT9);
        assertThat(inFront("10.0.0.7:3000")).isTrue();
        // While something is asked, the answer comes first.
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        push(KeyCode.CONTROL, KeyCode.TAB);
        assertThat(inFront("10.0.0.7:3000")).isTrue();
    }

    @Test
    void aMessageThatHasTheKeyboardTakesItsKeysFirst() {
        open();
        FakeChat first = join("10.0.0.7", "Amina");
        join("10.0.0.8", "Omar");
        push(KeyCode.CONTROL, KeyCode.DIGIT1);
        hear(first, "Amina", "hello");
        type(KeyCode.F6);
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(inFront("10.0.0.7:3000")).isTrue();
        assertThat(first.calls()).contains("submit React");
        type(KeyCode.F6);
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(inFront("10.0.0.8:3000")).isTrue();
    }

    @Test
    void theRailIsWalkedByArrowKeys() {
        open();
        join("10.0.0.7");
        join("10.0.0.8");
        interact(() -> button(2).requestFocus());
        type(KeyCode.UP);
        assertThat(button(1).isFocused()).isTrue();
        type(KeyCode.UP);
        assertThat(button(1).isFocused()).isTrue();
        type(KeyCode.END);
        assertThat(find("#another-chat", Button.class).isFocused()).isTrue();
        type(KeyCode.HOME);
        type(KeyCode.ENTER);
        assertThat(inFront("10.0.0.7:3000")).isTrue();
        assertThat(composer().isFocused()).isTrue();
    }

    @Test
    void aChatIsLeftByItsMenuAndTheNeighbourIsShown() {
        open();
        FakeChat first = join("10.0.0.7");
        FakeChat second = join("10.0.0.8");
        FakeChat third = join("10.0.0.9");
        rightClickOn("#open-chat-1");
        clickOn("Leave the chat");
        assertThat(first.calls()).contains("close");
        assertThat(inFront("10.0.0.9:3000")).isTrue();
        assertThat(isShown("#open-chat-3")).isFalse();
        interact(() -> button(2).requestFocus());
        push(KeyCode.SHIFT, KeyCode.F10);
        clickOn("Leave the chat");
        assertThat(third.calls()).contains("close");
        assertThat(inFront("10.0.0.8:3000")).isTrue();
        push(KeyCode.CONTROL, KeyCode.W);
        assertThat(second.calls()).contains("close");
        assertThat(isShown("#start")).isTrue();
        assertThat(isShown("#open-chats")).isFalse();
    }

    @Test
    void aCutIsToldAndMendedInTheRail() {
        open();
        FakeChat first = join("10.0.0.7");
        join("10.0.0.8");
        assertThat(button(1).getAccessibleText()).contains("10.0.0.7:3000").contains("Online");
        interact(
                () ->
                        first.become(
                                new ConnectionState.Offline(
                                        FakeWorld.NOW.plusSeconds(9), "It is away.")));
        settle();
        assertThat(button(1).getAccessibleText()).contains("Not connected");
        assertThat(button(1).getTooltip().getText()).contains("Not connected");
        rightClickOn("#open-chat-1");
        clickOn("Connect again now");
        assertThat(first.calls()).contains("reconnectNow");
        assertThat(inFront("10.0.0.8:3000")).isTrue();
    }

    @Test
    void aCallInAnotherChatIsToldAndLeadsThere() {
        open();
        FakeChat first = join("10.0.0.7", "Amina");
        FakeChat second = join("10.0.0.8", "Omar");
        hear(first, "Amina", "nothing for you");
        assertThat(notices()).isEmpty();
        hear(first, "Amina", "@Mira look");
        assertThat(notices()).containsExactly("Amina in #lobby · 10.0.0.7:3000");
        assertThat(systemNotices.shown()).isEmpty();
        assertThat(button(1).getAccessibleText()).contains("1 mentions you");
        clickOn(".notice-open");
        assertThat(inFront("10.0.0.7:3000")).isTrue();
        assertThat(notices()).isEmpty();
        hear(second, "Omar", "@Mira and here");
        push(KeyCode.CONTROL, KeyCode.N);
        assertThat(notices()).containsExactly("Omar in #lobby · 10.0.0.8:3000");
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(notices()).isEmpty();
    }

    @Test
    void theNoticesOfAChatThatIsLeftGoWithIt() {
        open();
        FakeChat first = join("10.0.0.7", "Amina");
        join("10.0.0.8", "Omar");
        hear(first, "Amina", "@Mira look");
        rightClickOn("#open-chat-1");
        clickOn("Leave the chat");
        assertThat(notices()).isEmpty();
    }

    @Test
    void aChatThatIsOpenIsNotJoinedTwiceHoweverItIsTyped() {
        open();
        join("10.0.0.7", "Amina");
        join("localhost:3001", "Omar");
        for (String typed :
                List.of(
                        "10.0.0.7",
                        "http://10.0.0.7:3000",
                        " hearth://10.0.0.7:3000/ ",
                        "10.0.0.7:")) {
            push(KeyCode.CONTROL, KeyCode.N);
            write(typed);
            type(KeyCode.ENTER);
            assertThat(inFront("10.0.0.7:3000")).as(typed).isTrue();
        }
        push(KeyCode.CONTROL, KeyCode.N);
        write("127.0.0.1:3001");
        type(KeyCode.ENTER);
        assertThat(inFront("localhost:3001")).isTrue();
        assertThat(world.chats()).hasSize(2);
    }

    @Test
    void oneChatIsHostedWhileOthersAreJoined() {
        open();
        join("10.0.0.7", "Amina");
        push(KeyCode.CONTROL, KeyCode.N);
        clickOn("#host");
        assertThat(inFront("Mira’s chat")).isTrue();
        assertThat(button(2).getAccessibleText()).contains("Hosted here");
        push(KeyCode.CONTROL, KeyCode.N);
        clickOn("#host");
        assertThat(reads("You are hosting a chat in this window already.")).isTrue();
        assertThat(world.hosts()).hasSize(1);
        type(KeyCode.ESCAPE);
        rightClickOn("#open-chat-2");
        clickOn("Stop hosting and leave");
        assertThat(world.host().isStopped()).isTrue();
        assertThat(inFront("10.0.0.7:3000")).isTrue();
        push(KeyCode.CONTROL, KeyCode.N);
        clickOn("#host");
        assertThat(world.hosts()).hasSize(2);
    }

    @Test
    void leavingAChatThatOthersAreInAsksFirst() {
        open();
        clickOn("#host");
        interact(() -> world.chat().enter("Amina"));
        join("10.0.0.7", "Omar");
        rightClickOn("#open-chat-1");
        clickOn("Stop hosting and leave");
        assertThat(isShown("#sheet")).isTrue();
        assertThat(world.host().isStopped()).isFalse();
        clickOn("#end-hosting");
        assertThat(world.host().isStopped()).isTrue();
        assertThat(inFront("10.0.0.7:3000")).isTrue();
    }

    @Test
    void theWindowLeavesAllChats() {
        open();
        FakeChat first = join("10.0.0.7");
        FakeChat second = join("10.0.0.8");
        push(KeyCode.CONTROL, KeyCode.Q);
        assertThat(stage().isShowing()).isFalse();
        assertThat(first.calls()).contains("close");
        assertThat(second.calls()).contains("close");
    }

    private void fill() {
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

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void pictures(ThemeChoice theme) {
        String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
        open(theme, 960, 640);
        fill();
        screenshot(
                "rail" + suffix,
                check ->
                        check.shows("MC", "30", "12", "Omar in #lobby")
                                .mayCut("notice-title", "a notice is one line")
                                .mayCover("notice", "it floats over the list until it is read"));
        push(KeyCode.CONTROL, KeyCode.N);
        screenshot(
                "rail-start" + suffix,
                check -> check.shows("MC", "30", "Host a chat").mayCover("notice", "it floats"));
        type(KeyCode.ESCAPE);
        interact(() -> stage().setWidth(500));
        screenshot(
                "rail-narrow" + suffix,
                check -> check.shows("MC", "30", "12").mayCover("notice", "it floats"));
    }

    @Test
    void everyLanguageHasRoomAndArabicIsMirrored() {
        open(ThemeChoice.LIGHT, 900, 640);
        fill();
        push(KeyCode.CONTROL, KeyCode.N);
        for (Language language : Language.values()) {
            choose(language);
            screenshot(
                    "rail-start-" + language.code(),
                    check -> check.shows(Texts.text("host.title")).mayCover("notice", "it floats"));
        }
        clickOn("#start-back");
        choose(Language.ARABIC);
        Node rail = find("#open-chats", Node.class);
        assertThat(rail.localToScene(rail.getLayoutBounds()).getMinX()).isGreaterThan(800);
        assertThat(inFront("192.168.1.30:3000")).isTrue();
        screenshot(
                "rail-ar",
                check ->
                        check.shows("30", "12")
                                .mayCut("notice-title", "a notice is one line")
                                .mayCover("notice", "it floats over the list"));
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(inFront("10.0.0.7:3000")).isTrue();
        assertThat(reads(Texts.text("rail.rooms"))).isTrue();
        choose(Language.ENGLISH);
    }

    @SuppressWarnings("unchecked") // The box holds languages, as the settings made it.
    private void choose(Language language) {
        push(KeyCode.CONTROL, KeyCode.COMMA);
        interact(
                () ->
                        ((ComboBox<Optional<Language>>) find("#settings-language", ComboBox.class))
                                .setValue(Optional.of(language)));
        type(KeyCode.ESCAPE);
    }
}
