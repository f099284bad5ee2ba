package dev.hearth.ui.shell;

import static dev.hearth.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.HearthException;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.Message;
import dev.hearth.model.Message.Details;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.settings.Language;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.testkit.Abilities;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.FoundMessages;
import dev.hearth.ui.fakes.WindowTest;
import dev.hearth.ui.kit.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// From a day of the calendar to its messages. Today is Friday, 20 November 2026.
final class DayStoriesTest extends WindowTest {
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

    @AfterEach
    void speakEnglish() {
        Texts.speak(Language.ENGLISH);
    }

    private void join(ThemeChoice theme, double width) {
        open(theme, width, 640);
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        interact(() -> world.chat().enter("Amina"));
    }

    private static Instant daysAgo(int days) {
        return FakeWorld.NOW.minus(Duration.ofDays(days));
    }

    private static Message message(long seq, Instant at) {
        return new Message(
                new EntryId("h" + seq),
                RoomId.LOBBY,
                OptionalLong.of(seq),
                FakeChat.person("Amina"),
                at,
                "Message " + seq,
                false,
                Delivery.DELIVERED,
                Details.NONE);
    }

    /// Each day from day `from` ago on, up to yesterday, has twenty messages; all are loaded.
    private void fill(int from) {
        fill(from, "Amina");
    }

    private void fill(int from, String author) {
        interact(
                () -> {
                    for (int day = from; day > 0; day--) {
                        for (int i = 0; i < 20; i++) {
                            Instant at = daysAgo(day).plusSeconds(i);
                            world.chat().said(author, at, "Day " + day + ", " + i);
                        }
                    }
                });
        interact(() -> world.chat().tell(new Event.OlderMessages(RoomId.LOBBY, List.of(), false)));
    }

    /// The last messages of a log that had one every minute until now are loaded; the others can be
    /// asked for.
    private void fillTheEnd(long from, long last) {
        interact(
                () -> {
                    for (long seq = from; seq <= last; seq++) {
                        world.chat().tell(new Event.MessageAdded(inLog(seq, last)));
                    }
                });
        world.chat().onHistory(asked -> CompletableFuture.completedStage(page(asked, last)));
    }

    private static Message inLog(long seq, long last) {
        return message(seq, FakeWorld.NOW.minus(Duration.ofMinutes(last - seq)));
    }

    private static HistoryPage page(HistoryRequest asked, long last) {
        long seq = ((HistoryRequest.Where.Around) asked.where()).seq();
        long first = Math.max(1, seq - asked.limit() / 2);
        long end = Math.min(last, first + asked.limit() - 1);
        return new HistoryPage(
                LongStream.rangeClosed(first, end)
                        .mapToObj(each -> FoundMessages.folded(inLog(each, last)))
                        .toList(),
                last,
                first > 1);
    }

    /// What the person may now read first.
    private String lit() {
        return lookup(".message-row").queryAll().stream()
                .filter(row -> row.getPseudoClassStates().contains(FOUND))
                .map(Node::getAccessibleText)
                .findFirst()
                .orElse("");
    }

    private String month() {
        return find(".day-picker-title", Label.class).getText();
    }

    private void pick(int day) {
        clickOn(
                lookup(".day-picker-day").<Button>queryAllAs(Button.class).stream()
                        .filter(button -> button.getText().equals(String.valueOf(day)))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aClickOnADayLeadsToAnother() {
        join(ThemeChoice.LIGHT, 900);
        fill(8);
        clickOn("#composer").type(KeyCode.F6).type(KeyCode.HOME);
        clickOn(".day");
        assertThat(month()).isEqualTo("November 2026");
        pick(16);
        assertThat(lit()).endsWith(": Day 4, 0");
        assertThat(isShown("#day-card")).isFalse();
        assertThat(isShown("#latest")).isTrue();
    }

    @Test
    void keysLeadThroughTheDays() {
        join(ThemeChoice.LIGHT, 900);
        fill(40);
        push(KeyCode.CONTROL, KeyCode.J);
        type(KeyCode.PAGE_UP);
        assertThat(month()).isEqualTo("October 2026");
        type(KeyCode.PAGE_DOWN).type(KeyCode.PAGE_DOWN);
        assertThat(month()).isEqualTo("November 2026");
        // No later than today.
        type(KeyCode.UP).type(KeyCode.UP).type(KeyCode.LEFT).type(KeyCode.RIGHT);
        type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(lit()).endsWith(": Day 7, 0");
        push(KeyCode.CONTROL, KeyCode.J);
        type(KeyCode.HOME).type(KeyCode.ENTER);
        assertThat(lit()).endsWith(": Day 19, 0");
        push(KeyCode.CONTROL, KeyCode.J);
        type(KeyCode.ESCAPE);
        assertThat(isShown("#day-card")).isFalse();
    }

    @Test
    void aDayWithoutMessagesLeadsToTheNextOne() {
        join(ThemeChoice.LIGHT, 900);
        interact(
                () -> {
                    world.chat().said("Amina", daysAgo(9), "nine days ago");
                    world.chat().said("Amina", daysAgo(3), "three days ago");
                });
        push(KeyCode.CONTROL, KeyCode.J);
        pick(13);
        assertThat(lit()).endsWith(": three days ago");
        push(KeyCode.CONTROL, KeyCode.J);
        pick(19);
        assertThat(find("#toast", Label.class).getText())
                .startsWith("Nothing has been written since that day");
    }

    @Test
    void olderMessagesAreLoadedUpToTheDay() {
        join(ThemeChoice.LIGHT, 900);
        long last = 4_000;
        fillTheEnd(3_950, last);
        push(KeyCode.CONTROL, KeyCode.J);
        pick(19);
        await("older messages").until(() -> world.chat().olderAsked() == 1);
        List<Message> older =
                LongStream.range(1_000, 3_950).mapToObj(seq -> inLog(seq, last)).toList();
        interact(() -> world.chat().tell(new Event.OlderMessages(RoomId.LOBBY, older, true)));
        // 18:42 today is the last one: midnight before yesterday is 24 h and 1,122 minutes before.
        await("the day").until(() -> lit().endsWith(": Message " + (last - 1_440 - 1_122)));
        assertThat(isShown("#day-card")).isFalse();
    }

    @Test
    void whatIsTooFarBackIsShownBesideTheRoom() {
        join(ThemeChoice.LIGHT, 900);
        long last = 60_000;
        fillTheEnd(59_960, last);
        push(KeyCode.CONTROL, KeyCode.J);
        type(KeyCode.PAGE_UP).type(KeyCode.HOME).type(KeyCode.ENTER);
        // The log begins later than that, with its first message.
        await("the message").until(this::seesTheFirstMessage);
        assertThat(reads("Too far back for the timeline")).isTrue();
        assertThat(isShown("#day-card")).isFalse();
    }

    private boolean seesTheFirstMessage() {
        return lookup(".hit").<Node>queryAllAs(Node.class).stream()
                .anyMatch(hit -> String.valueOf(hit.getAccessibleText()).endsWith(": Message 1"));
    }

    @Test
    void aLongWayIsToldAndCanBeLeft() {
        join(ThemeChoice.LIGHT, 900);
        fillTheEnd(3_950, 4_000);
        var never = new CompletableFuture<HistoryPage>();
        world.chat().onHistory(asked -> never);
        push(KeyCode.CONTROL, KeyCode.J);
        pick(18);
        await("a word").until(() -> reads("Looking for that day"));
        screenshot(
                "day-going",
                check ->
                        check.mayCover("day-card", "the calendar floats until it is closed")
                                .shows("Looking for that day"));
        clickOn("#day-cancel");
        assertThat(isShown("#day-card")).isFalse();
        interact(() -> never.complete(page(around(), 4_000)));
        assertThat(lit()).isEmpty();
    }

    private static HistoryRequest around() {
        return new HistoryRequest(RoomId.LOBBY, new HistoryRequest.Where.Around(2_000), 50);
    }

    @Test
    void whatGoesWrongIsSaid() {
        join(ThemeChoice.LIGHT, 900);
        fillTheEnd(3_950, 4_000);
        world.chat()
                .onHistory(
                        asked ->
                                CompletableFuture.failedStage(
                                        new HearthException(ErrorCode.CLOSED, "Nothing is kept.")));
        push(KeyCode.CONTROL, KeyCode.J);
        pick(18);
        assertThat(isShown("#day-card")).isFalse();
        assertThat(isShown("#toast")).isTrue();
    }

    @Test
    void theMenuOfTheRoomLeadsThereToo() {
        join(ThemeChoice.LIGHT, 900);
        fill(8);
        clickOn("#room-menu").clickOn("Go to a day…");
        pick(13);
        assertThat(lit()).endsWith(": Day 7, 0");
    }

    @Test
    void aServerWithoutHistoryHasNoDaysToGoTo() {
        world.onJoin(chat -> chat.become(new ConnectionState.Online(Abilities.PLAIN_ECHO)));
        open();
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        interact(() -> world.chat().hear("Amina", FakeWorld.NOW, "hello"));
        clickOn(".day");
        assertThat(isShown("#day-card")).isFalse();
        push(KeyCode.CONTROL, KeyCode.J);
        assertThat(isShown("#day-card")).isFalse();
    }

    private void picture(String suffix) {
        fill(8, "Mira");
        interact(() -> world.chat().rooms().add("design", RoomKind.PUBLIC));
        clickOn("#composer").type(KeyCode.F6).type(KeyCode.HOME);
        clickOn(".day");
        type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        shoot(suffix);
    }

    private void shoot(String suffix) {
        screenshot(
                "day" + suffix,
                check ->
                        check.mayCover("day-card", "the calendar floats until it is closed")
                                .mayCover("hover-bar", "it stands beside the message above it")
                                .mayCover("latest", "it floats over the messages, which scroll")
                                .mayCut("header-chat", "it gives way to the name of the room")
                                .mayCut("header-people", "it gives way to the buttons")
                                .shows("20"));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void inPictures(ThemeChoice theme) {
        join(theme, 900);
        picture("-" + theme.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void inANarrowWindow() {
        join(ThemeChoice.DARK, 420);
        interact(() -> world.chat().said("Amina", FakeWorld.NOW, "hello"));
        push(KeyCode.CONTROL, KeyCode.J);
        shoot("-narrow");
    }

    @ParameterizedTest
    @EnumSource(names = {"ARABIC", "GERMAN", "CHINESE"})
    void inOtherLanguages(Language language) {
        preferences.rememberLanguage(Optional.of(language));
        join(ThemeChoice.LIGHT, 900);
        picture("-" + language.code());
        // To the left is the past, but where people read from the right.
        Button chosen = (Button) scene().getFocusOwner();
        // The week begins with Monday, where Arabic is spoken mostly with Saturday.
        assertThat(find(".day-picker-weekday", Label.class).getText())
                .isEqualTo(
                        switch (language) {
                            case GERMAN -> "M";
                            case CHINESE -> "一";
                            default -> "س";
                        });
        assertThat(chosen.getText()).isEqualTo(language == Language.ARABIC ? "10" : "14");
    }
}
