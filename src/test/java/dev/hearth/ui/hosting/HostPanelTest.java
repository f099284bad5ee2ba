package dev.hearth.ui.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Attendance;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.model.Role;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.FakeDesk;
import dev.hearth.ui.fakes.ScreenCheck;
import dev.hearth.ui.fakes.Screenshots;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When the panel asks the host, which has better things to do: once a second, and only while
/// somebody looks.
final class HostPanelTest extends HostPanelRobot {
    private static final Duration MINUTE = Duration.ofMinutes(1);

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

    @Test
    void aBackupTellsHowFarItIsAlsoWhenThePanelWasClosedMeanwhile() {
        press("#host-backup");
        assertThat(desk.savings()).isEmpty();
        chosen = Optional.of(Path.of("/backups/chat.backup"));
        press("#host-backup");
        FakeDesk.FakeSaving saving = desk.savings().getFirst();
        assertThat(saving.form()).isEqualTo(Saving.Form.BACKUP);
        assertThat(find("#host-export", Button.class).isDisabled()).isTrue();
        assertThat(find(".progress-bar", ProgressBar.class).isIndeterminate()).isTrue();
        interact(() -> saving.progress().accept(0.25));
        assertThat(find(".progress-bar", ProgressBar.class).getProgress()).isEqualTo(0.25);
        interact(sheets::close);
        interact(() -> saving.progress().accept(0.75));
        interact(panel::open);
        assertThat(find(".progress-bar", ProgressBar.class).getProgress()).isEqualTo(0.75);
        interact(() -> saving.done().complete(null));
        assertThat(find("#copy-outcome", Label.class).getText())
                .isEqualTo("Saved as /backups/chat.backup");
        assertThat(isShown(".progress-bar")).isFalse();
        assertThat(find("#host-export", Button.class).isDisabled()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"chat.html, HTML", "chat.txt, TEXT", "Chat.JSON, JSON", "chat, HTML"})
    void anExportHasTheFormThatItsNameSays(String name, Saving.Form form) {
        chosen = Optional.of(Path.of(name));
        press("#host-export");
        assertThat(desk.savings().getFirst().form()).isEqualTo(form);
        assertThat(offered).containsExactly("html", "txt", "json");
    }

    @Test
    void aCopyIsCancelledAndWhatWentWrongIsSaid() {
        chosen = Optional.of(Path.of("chat.txt"));
        press("#host-export");
        press("#cancel-copy");
        assertThat(find("#copy-outcome", Label.class).getText())
                .isEqualTo("Cancelled. No file was changed.");
        press("#host-export");
        interact(
                () ->
                        desk.savings()
                                .getLast()
                                .done()
                                .completeExceptionally(
                                        new HearthException(
                                                LocalTrouble.CANNOT_WRITE,
                                                "“chat.txt” could not be written: no space.")));
        assertThat(find("#copy-outcome", Label.class).getText())
                .isEqualTo("“chat.txt” could not be written: no space.");
    }

    private void choose(Optional<Duration> age) {
        interact(() -> keep().setValue(age));
    }

    @SuppressWarnings("unchecked") // The list holds nothing else.
    private ComboBox<Optional<Duration>> keep() {
        return find("#host-keep", ComboBox.class);
    }

    @Test
    void nothingIsDeletedBeforeTheHostHasAgreed() {
        Optional<Duration> month = Optional.of(Duration.ofDays(30));
        desk.older(OptionalLong.of(1_204));
        choose(month);
        assertThat(desk.keepFor()).isEmpty();
        assertThat(find(".sheet-text", Label.class).getText()).startsWith("1,204 older messages");
        press(".sheet-buttons .button");
        assertThat(desk.keepFor()).isEmpty();
        assertThat(keep().getValue()).as("the panel is back, as it was").isEmpty();

        choose(month);
        press("#sure");
        assertThat(desk.keepFor()).isEqualTo(month);
        assertThat(keep().getValue()).isEqualTo(month);

        choose(Optional.empty());
        assertThat(desk.keepFor()).as("for ever needs no question").isEmpty();
    }

    @Test
    void whatDeletesNothingIsNotAskedAndAFailureIsSaid() {
        Optional<Duration> year = Optional.of(Duration.ofDays(365));
        choose(year);
        assertThat(desk.keepFor()).isEqualTo(year);
        desk.keepingFails(new HearthException(LocalTrouble.CANNOT_WRITE, "The disk is full."));
        choose(Optional.empty());
        assertThat(find("#keep-problem", Label.class).getText()).isEqualTo("The disk is full.");
        assertThat(keep().getValue()).isEqualTo(year);
    }

    @Test
    void theChatGetsAnotherNameAndAFailureIsSaid() {
        press("#host-rename");
        TextField name = find("#chat-name", TextField.class);
        assertThat(name.getSelectedText()).isEqualTo("Mira’s chat");
        interact(() -> name.setText(" "));
        press("#chat-name-done");
        assertThat(find(".field-problem", Label.class).getText()).startsWith("Type the name");
        desk.namingFails(new HearthException(LocalTrouble.CANNOT_WRITE, "The disk is full."));
        interact(() -> name.setText("Garden"));
        press("#chat-name-done");
        assertThat(find(".field-problem", Label.class).getText()).isEqualTo("The disk is full.");
        desk.namingGoesWell();
        interact(() -> name.fireEvent(new ActionEvent()));
        assertThat(find(".host-name", Label.class).getText()).as("the panel").isEqualTo("Garden");
        press("#host-rename");
        press(".sheet-buttons .button");
        assertThat(find(".host-name", Label.class).getText()).isEqualTo("Garden");
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
        chosen = Optional.of(Path.of("/backups/chat.backup"));
        press("#host-backup");
        interact(() -> desk.savings().getFirst().progress().accept(0.4));
        interact(() -> ((ScrollPane) sheets.lookup("#host-scroll")).setVvalue(1));
        interact(
                () -> {
                    Screenshots.write(scene, "host-copy-" + look + "-" + width);
                    faults.addAll(
                            ScreenCheck.of(scene)
                                    .shows("Writing /backups/chat.backup", "Cancel")
                                    .faults());
                });
        assertThat(faults).isEmpty();
        interact(scene.getWindow()::hide);
    }
}
