package dev.hearth.host;

import static dev.hearth.model.RoomId.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.host.ChatHost.Receipt;
import dev.hearth.host.People.Entered;
import dev.hearth.host.People.Entrance;
import dev.hearth.model.Command;
import dev.hearth.model.Command.DeleteMessage;
import dev.hearth.model.Command.EditMessage;
import dev.hearth.model.Command.GiveRole;
import dev.hearth.model.Command.Invite;
import dev.hearth.model.Command.JoinRoom;
import dev.hearth.model.Command.LeaveRoom;
import dev.hearth.model.Command.Mute;
import dev.hearth.model.Command.OpenDirect;
import dev.hearth.model.Command.OpenRoom;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Command.React;
import dev.hearth.model.Command.RemovePerson;
import dev.hearth.model.Command.RenameRoom;
import dev.hearth.model.Command.SetTopic;
import dev.hearth.model.Command.Unban;
import dev.hearth.model.Command.Unmute;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomFold;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.model.RoomState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever people do, in whatever order, however often: what the host holds is the fold of the
/// log.
final class RandomCommandsTest {
    private static final int COMMANDS = 2_000;
    private static final int BURST = 20;

    /// Nothing else is wrong with these commands but that they break a rule.
    private static final Set<ErrorCode> RULES =
            EnumSet.of(
                    ErrorCode.NO_ROOM,
                    ErrorCode.NO_MESSAGE,
                    ErrorCode.NO_PERSON,
                    ErrorCode.FORBIDDEN,
                    ErrorCode.MUTED,
                    ErrorCode.BANNED,
                    ErrorCode.NAME_TAKEN);

    private record Asked(Person from, Command command, CompletableFuture<Receipt> answer) {}

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final TestChat chat;
    private final List<Entered> people = new ArrayList<>();
    private final List<RoomId> rooms = new ArrayList<>(List.of(LOBBY, TestChat.NOWHERE));
    private final List<EntryId> messages = new ArrayList<>(List.of(new EntryId("none")));
    private final List<Asked> done = new ArrayList<>();
    private int accepted;

    RandomCommandsTest(@TempDir Path folder) {
        chat = new TestChat(folder);
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void whatIsHeldIsTheFoldOfTheLog() {
        System.out.println("RandomCommandsTest seed " + seed);
        people.add(
                chat.enter(
                        new Entrance(
                                Optional.of("Olga"), false, Optional.of(TestChat.OWNER_TOKEN))));
        for (int i = 0; i < 6; i++) {
            people.add(chat.enter(new Entrance(Optional.of("P" + i), i == 5, Optional.empty())));
        }
        people.forEach(each -> chat.post(each.person(), LOBBY));
        for (int asked = 0; asked < COMMANDS; asked += BURST) {
            burst();
            if (random.nextInt(10) == 0) {
                check();
                chat.reopen();
                chat.published.clear();
                check();
                people.replaceAll(this::enterAgain);
            }
        }
        check();
        assertThat(accepted).as("seed " + seed).isGreaterThan(COMMANDS / 10);
    }

    private Entered enterAgain(Entered before) {
        try {
            return chat.enter(new Entrance(Optional.empty(), false, Optional.of(before.token())));
        } catch (CompletionException e) {
            assertThat(e.getCause())
                    .isInstanceOfSatisfying(
                            HearthException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BANNED));
            return before;
        }
    }

    private void burst() {
        List<Asked> burst = new ArrayList<>();
        for (int i = 0; i < BURST; i++) {
            chat.pass(Duration.ofMillis(random.nextInt(-20, 50)));
            boolean repeat = !done.isEmpty() && random.nextInt(5) == 0;
            Asked before = repeat ? any(done) : null;
            Person from = before == null ? any(people).person() : before.from();
            Command command = before == null ? command() : before.command();
            burst.add(new Asked(from, command, chat.submit(from, command)));
            if (random.nextInt(5) == 0) {
                burst.add(new Asked(from, command, chat.submit(from, command)));
            }
        }
        burst.forEach(this::take);
        chat.settle();
    }

    private void take(Asked asked) {
        try {
            Entry entry = asked.answer().join().entry();
            accepted++;
            done.add(asked);
            if (!rooms.contains(entry.room())) {
                rooms.add(entry.room());
            }
            if (asked.command() instanceof PostMessage) {
                messages.add(entry.id());
            }
        } catch (CompletionException e) {
            assertThat(e.getCause())
                    .as("seed " + seed + ": " + asked.command())
                    .isInstanceOfSatisfying(
                            HearthException.class,
                            refusal -> assertThat(RULES).contains(ErrorCode.told(refusal.code())));
        }
    }

    private void check() {
        Map<RoomId, RoomState> folds = new HashMap<>();
        chat.seqs()
                .forEach(
                        (room, lastSeq) -> {
                            List<Entry> log = new ArrayList<>();
                            while (log.size() < lastSeq) {
                                log.addAll(chat.host.after(room, log.size(), 500));
                            }
                            for (int i = 1; i < log.size(); i++) {
                                assertThat(log.get(i).seq()).isEqualTo(i + 1);
                                assertThat(log.get(i).at())
                                        .as("seed " + seed)
                                        .isAfterOrEqualTo(log.get(i - 1).at());
                            }
                            folds.put(room, withoutMessages(RoomFold.of(room, log)));
                        });
        assertThat(chat.held()).as("seed " + seed).isEqualTo(folds);
    }

    private static RoomState withoutMessages(RoomState state) {
        return new RoomState(
                state.room(),
                state.name(),
                state.topic(),
                state.kind(),
                state.standings(),
                state.roles(),
                state.mutes(),
                List.of());
    }

    private Command command() {
        EntryId id = chat.id();
        RoomId room = any(rooms);
        PersonId person = any(people).person().id();
        EntryId of = any(messages);
        Optional<RoomId> in = random.nextBoolean() ? Optional.empty() : Optional.of(room);
        return switch (random.nextInt(22)) {
            case 0 -> new EditMessage(id, in, of, "edit " + id);
            case 1 -> new DeleteMessage(id, in, of);
            case 2, 3 -> new React(id, in, of, "👍", random.nextBoolean());
            case 4, 5 ->
                    new OpenRoom(
                            id,
                            "R" + random.nextInt(9),
                            "",
                            any(List.of(RoomKind.PUBLIC, RoomKind.PRIVATE)));
            case 6 -> new OpenDirect(id, person);
            case 7, 8 -> new Invite(id, room, person);
            case 9, 10 -> new JoinRoom(id, room);
            case 11 -> new LeaveRoom(id, room);
            case 12 -> new SetTopic(id, room, "topic " + id);
            case 13 -> new RenameRoom(id, room, "R" + random.nextInt(9));
            case 14 -> new RemovePerson(id, room, person, any(List.of(Removal.values())));
            case 15 -> new Unban(id, room, person);
            case 16 -> new Mute(id, room, person, until());
            case 17 -> new Unmute(id, room, person);
            case 18 -> new GiveRole(id, room, person, any(List.of(Role.values())));
            default -> new PostMessage(id, room, "text " + id);
        };
    }

    private Optional<Instant> until() {
        return random.nextBoolean()
                ? Optional.empty()
                : Optional.of(chat.now().plusMillis(random.nextInt(1_000)));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
