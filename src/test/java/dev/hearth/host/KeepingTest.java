package dev.hearth.host;

import static dev.hearth.model.RoomId.LOBBY;
import static dev.hearth.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Command.LeaveRoom;
import dev.hearth.model.Entry;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.HostOptions;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Messages that are kept for a time.
final class KeepingTest {
    private static final Duration MONTH = Duration.ofDays(30);

    private final TestChat chat;

    KeepingTest(@TempDir Path folder) {
        chat = new TestChat(folder, HostOptions.UNLIMITED);
    }

    @AfterEach
    void close() {
        chat.close();
    }

    private List<FoldedMessage> left(RoomId room) {
        return chat
                .host
                .history(new HistoryRequest(room, new HistoryRequest.Where.Before(1_000_000), 500))
                .messages()
                .stream()
                .filter(each -> !each.deleted())
                .toList();
    }

    @Test
    void whatIsOlderIsDeletedByItsAuthorsForGood() {
        Person ann = chat.member("Ann");
        chat.post(ann, LOBBY);
        chat.pass(Duration.ofDays(29));
        chat.post(ann, LOBBY);
        chat.host.keepFor(Optional.of(MONTH));
        chat.settle();
        assertThat(left(LOBBY)).hasSize(2);
        assertThat(chat.host.countOlder(Duration.ofDays(7), Duration.ofSeconds(5))).isEqualTo(1);

        chat.pass(Duration.ofDays(2));
        chat.settle();
        await().until(() -> left(LOBBY).size() == 1);
        List<Entry> log = chat.host.after(LOBBY, 0, 10);
        assertThat(log.getFirst().payload()).isEqualTo(new Erased(Optional.empty()));
        assertThat(log.getLast().payload()).isEqualTo(new Deleted(log.getFirst().id()));
        assertThat(log.getLast().from().id()).isEqualTo(ann.id());
    }

    /// More than a page of them, in rooms that their authors left, and also after a start.
    @Test
    void noRuleAboutWhoMayKeepsThemAndNothingIsForgottenOverAStart() {
        Person ann = chat.member("Ann");
        RoomId garden = chat.open(ann, "Garden", RoomKind.PUBLIC);
        for (int n = 0; n < 150; n++) {
            chat.post(ann, garden);
        }
        chat.done(ann, new LeaveRoom(chat.id(), garden));
        chat.host.keepFor(Optional.of(MONTH));
        chat.settle();
        chat.reopen();
        assertThat(chat.host.keepFor()).contains(MONTH);
        assertThat(left(garden)).hasSize(150);
        chat.pass(Duration.ofDays(31));
        chat.settle();
        await().until(() -> left(garden).isEmpty());
    }

    @Test
    void keptForEverAgainNothingIsDeleted() {
        Person ann = chat.member("Ann");
        chat.host.keepFor(Optional.of(MONTH));
        chat.host.keepFor(Optional.empty());
        chat.post(ann, LOBBY);
        chat.pass(Duration.ofDays(400));
        chat.settle();
        chat.reopen();
        chat.pass(Duration.ofHours(2));
        chat.settle();
        assertThat(chat.host.keepFor()).isEmpty();
        assertThat(left(LOBBY)).hasSize(1);
    }
}
