package dev.hearth.ui.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Attendance;
import dev.hearth.model.PersonId;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.settings.Appearance;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.FakeDesk;
import dev.hearth.ui.fakes.FakeTimers;
import dev.hearth.ui.fakes.PulseRobot;
import dev.hearth.ui.fakes.ScreenCheck;
import dev.hearth.ui.fakes.Screenshots;
import dev.hearth.ui.kit.Fonts;
import dev.hearth.ui.kit.Sheets;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Theme;
import dev.hearth.ui.kit.Toasts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When the panel asks the host, which has better things to do: once a second, and only while
/// somebody looks.
final class HostPanelTest extends PulseRobot {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FakeTimers timers = new FakeTimers();
    private final FakeDesk desk = new FakeDesk();
    private final Sheets sheets = new Sheets();
    private final HostPanel panel =
            new HostPanel(
                    new HostTools(
                            new HostedHere(desk, List.of(), () -> {}),
                            new Nothing(),
                            () -> new PersonId("me"),
                            timers.context(),
                            sheets,
                            new Toasts(timers)));

    @BeforeEach
    void open() {
        interact(
                () -> {
                    new Scene(sheets, 600, 600).getRoot().applyCss();
                    panel.open();
                });
    }

    @Test
    void asksOnceASecondWhileItIsOpenAndNotAtAllWhenItIsClosed() {
        assertThat(desk.asked()).isEqualTo(1);
        interact(() -> timers.pass(MINUTE));
        assertThat(desk.asked()).isEqualTo(61);
        interact(sheets::close);
        assertThat(timers.waiting()).isZero();
        interact(() -> timers.pass(MINUTE));
        assertThat(desk.asked()).isEqualTo(61);
        interact(panel::open);
        assertThat(desk.asked()).isEqualTo(62);
        assertThat(timers.waiting()).isEqualTo(1);
    }

    @Test
    void stopsAskingWhenAnotherSheetTakesItsPlaceOrTheChatIsNotOnScreen() {
        interact(() -> sheets.ask("Really?", "", "Yes", () -> {}));
        assertThat(timers.waiting()).isZero();
        interact(panel::open);
        interact(panel::stop);
        assertThat(timers.waiting()).isZero();
    }

    @Test
    void aHostThatDoesNotAnswerIsNotAskedAgain() {
        var answer = new CompletableFuture<Attendance>();
        desk.attendance(answer);
        interact(() -> timers.pass(Duration.ofSeconds(1)));
        int asked = desk.asked();
        interact(() -> timers.pass(MINUTE));
        assertThat(desk.asked()).isEqualTo(asked);
        desk.people(FakeDesk.here("Omar", Role.MEMBER, 3));
        interact(() -> answer.completeExceptionally(new IllegalStateException("busy")));
        interact(() -> timers.pass(Duration.ofSeconds(1)));
        assertThat(desk.asked()).isEqualTo(asked + 1);
        interact(sheets::applyCss);
        assertThat(sheets.lookupAll(".host-person")).hasSize(1);
    }

    /// A picture of a lively minute.
    @ParameterizedTest
    @CsvSource({"LIGHT, 600", "DARK, 440"})
    void showsTheLastMinuteAsALineAndInWords(ThemeChoice look, int width) {
        desk.people(FakeDesk.here("Omar", Role.MEMBER, 3));
        Scene scene = dressed(look, width);
        interact(
                () -> {
                    long messages = 0;
                    long bytes = 0;
                    for (int second = 1; second <= 75; second++) {
                        messages += (second * 7) % 13;
                        bytes += 20_000 + 15_000 * ((second / 9) % 4);
                        long nanos = second * 1_000_000_000L;
                        desk.traffic(new Traffic(nanos, messages, bytes, 2));
                        timers.pass(Duration.ofSeconds(1));
                    }
                });
        settle();
        Node line = scene.getRoot().lookup("#host-messages .sparkline");
        assertThat(line.getAccessibleText())
                .isEqualTo("Messages: 5/s now, at most 12/s in the last minute");
        List<String> faults = new ArrayList<>();
        interact(
                () -> {
                    Screenshots.write(scene, "host-activity-" + look + "-" + width);
                    faults.addAll(
                            ScreenCheck.of(scene)
                                    .shows("5/s", "20 kB/s", "peak 12/s", "People")
                                    .faults());
                });
        assertThat(faults).isEmpty();
        interact(scene.getWindow()::hide);
    }

    private Scene dressed(ThemeChoice look, int width) {
        Scene[] made = new Scene[1];
        interact(
                () -> {
                    Fonts.load();
                    sheets.getScene().setRoot(new StackPane());
                    var scene = new Scene(new StackPane(sheets), width, 700);
                    new Theme(Appearance.DEFAULTS.withTheme(look))
                            .dress(scene, new Subscriptions());
                    made[0] = scene;
                    var stage = new Stage();
                    stage.setScene(scene);
                    stage.show();
                });
        return made[0];
    }

    private static final class Nothing implements Moderation {
        @Override
        public void muteForAWhile(RoomId room, PersonId person) {}

        @Override
        public void unmute(RoomId room, PersonId person) {}

        @Override
        public void remove(RoomId room, PersonId person, Removal by) {}

        @Override
        public void unban(RoomId room, PersonId person) {}

        @Override
        public void giveRole(RoomId room, PersonId person, Role role) {}

        @Override
        public void forget(PersonId person) {}
    }
}
