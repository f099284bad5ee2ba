package dev.hearth.host;

import static dev.hearth.model.RoomId.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Command.JoinRoom;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Command.React;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.FileId;
import dev.hearth.model.Payload;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a message may be and who may change it (docs/decisions/0006). Whatever is refused changes
/// nothing.
final class MessageRulesTest extends OnRules {
    MessageRulesTest(@TempDir Path folder) {
        super(folder);
    }

    @Test
    void refusesMessagesThatAreEmptyOrTooLong() {
        chat.refuses(ann, new PostMessage(chat.id(), LOBBY, " \n"), ErrorCode.EMPTY);
        chat.refuses(ann, new PostMessage(chat.id(), LOBBY, "é".repeat(4_001)), ErrorCode.TOO_LONG);
        List<FileId> files = List.of(new FileId("f"));
        chat.refuses(
                ann,
                new PostMessage(chat.id(), LOBBY, "look", Optional.empty(), files),
                ErrorCode.NO_FILE);
        EntryId of = chat.post(ann, LOBBY);
        for (String unseen : List.of("", "\u00a0", "\u200b", "\u2800\n", "\ufe0f")) {
            chat.refuses(ann, new PostMessage(chat.id(), LOBBY, unseen), ErrorCode.EMPTY);
            chat.refuses(ann, edit(of, unseen), ErrorCode.EMPTY);
        }
        chat.refuses(ann, edit(of, "x".repeat(8_001)), ErrorCode.TOO_LONG);
    }

    @Test
    void aHeartIsTheSameReactionHoweverItIsWritten() {
        EntryId of = chat.post(ann, LOBBY);
        chat.done(bob, react(of, "❤"));
        assertThat(chat.published.getLast().payload())
                .isEqualTo(new Payload.Reacted(of, "❤️", true));
        chat.done(ann, new React(chat.id(), Optional.empty(), of, "❤️", true));
        assertThat(chat.published.getLast().payload())
                .isEqualTo(new Payload.Reacted(of, "❤️", true));
    }

    @Test
    void refusesReactionsThatAreNone() {
        EntryId of = chat.post(ann, LOBBY);
        chat.refuses(ann, react(of, " "), ErrorCode.MALFORMED);
        chat.refuses(ann, react(of, "x".repeat(65)), ErrorCode.MALFORMED);
        chat.refuses(ann, react(of, "🇩"), ErrorCode.MALFORMED);
        chat.done(bob, react(of, "👍"));
    }

    @Test
    void refusesIdsThatAreNone() {
        EntryId blank = new EntryId(" ");
        EntryId large = new EntryId("x".repeat(65));
        chat.refuses(ann, new PostMessage(blank, LOBBY, "x"), ErrorCode.MALFORMED);
        chat.refuses(ann, new PostMessage(large, LOBBY, "x"), ErrorCode.MALFORMED);
    }

    @Test
    void answersOnlyToMessagesOfTheSameRoom() {
        RoomId garden = chat.open(ann, "Garden", RoomKind.PUBLIC);
        EntryId of = chat.post(ann, LOBBY);
        chat.refuses(ann, answer(garden, of), ErrorCode.NO_MESSAGE);
        chat.refuses(ann, answer(LOBBY, new EntryId("none")), ErrorCode.NO_MESSAGE);
        chat.done(bob, answer(LOBBY, of));
    }

    @Test
    void onlyItsAuthorChangesAMessage() {
        EntryId of = chat.post(ann, LOBBY);
        chat.refuses(bob, edit(of, "x"), ErrorCode.FORBIDDEN);
        chat.refuses(owner, edit(of, "x"), ErrorCode.FORBIDDEN);
        chat.done(ann, edit(of, "x"));
    }

    @Test
    void aMessageIsDeletedByItsAuthorOrAModerator() {
        EntryId of = chat.post(ann, LOBBY);
        chat.refuses(bob, delete(of), ErrorCode.FORBIDDEN);
        chat.done(owner, delete(of));
        chat.refuses(ann, delete(of), ErrorCode.NO_MESSAGE);
        chat.refuses(ann, edit(of, "x"), ErrorCode.NO_MESSAGE);
        chat.refuses(ann, react(of, "👍"), ErrorCode.NO_MESSAGE);
        chat.done(ann, answer(LOBBY, of));
    }

    @Test
    void whatIsNoMessageCannotBeChanged() {
        EntryId joining = chat.id();
        RoomId garden = chat.open(ann, "Garden", RoomKind.PUBLIC);
        chat.done(bob, new JoinRoom(joining, garden));
        chat.refuses(bob, delete(joining), ErrorCode.NO_MESSAGE);
        chat.refuses(
                bob,
                new React(chat.id(), Optional.of(garden), joining, "👍", true),
                ErrorCode.NO_MESSAGE);
    }
}
