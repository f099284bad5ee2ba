package dev.hearth.client.outbox;

import dev.hearth.model.Accepted;
import dev.hearth.model.Command;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.EntryId;
import dev.hearth.model.HearthException;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One command of an [Outbox]. Confined to the chat's loop.
final class OutboxItem {
    private final Command command;
    private final Instant at;
    private final @Nullable CompletableFuture<Accepted> answer;
    private SendState state = new SendState.Queued();
    private boolean onDisk;
    private int sendings;

    /// Orders the items of an outbox.
    private long place;

    /// Whether it was sent on the open connection.
    private boolean sentNow;

    /// Whether the server would know it again, however often it came.
    private boolean known = true;

    /// @param answer null when nobody asks for it
    OutboxItem(Command command, Instant at, @Nullable CompletableFuture<Accepted> answer) {
        this.command = command;
        this.at = at;
        this.answer = answer;
    }

    /// One that is in the person's hands, or was shown before.
    OutboxItem(Command command, Instant at, SendState state) {
        this(command, at, (CompletableFuture<Accepted>) null);
        this.state = state;
    }

    Command command() {
        return command;
    }

    EntryId id() {
        return command.id();
    }

    Instant at() {
        return at;
    }

    /// Commands of one lane keep their order.
    Optional<RoomId> lane() {
        return command.room();
    }

    boolean isMessage() {
        return command instanceof PostMessage;
    }

    SendState state() {
        return state;
    }

    /// @return whether that is another delivery than before
    boolean become(SendState next) {
        boolean differs = !next.delivery().equals(state.delivery());
        state.cancelTimer();
        state = next;
        return differs;
    }

    boolean isOnDisk() {
        return onDisk;
    }

    void setOnDisk(boolean now) {
        onDisk = now;
    }

    int sendings() {
        return sendings;
    }

    boolean isKnown() {
        return known;
    }

    long place() {
        return place;
    }

    void setPlace(long last) {
        place = last;
    }

    boolean isSentNow() {
        return sentNow;
    }

    /// The connection is gone.
    void cut() {
        sentNow = false;
    }

    void sent(boolean knownAgain) {
        sendings++;
        sentNow = true;
        known &= knownAgain;
    }

    void done(Accepted accepted) {
        if (answer != null) {
            answer.complete(accepted);
        }
    }

    void fail(HearthException why) {
        if (answer != null) {
            answer.completeExceptionally(why);
        }
    }

    /// As it is shown; empty for what is no message.
    Optional<Message> message(Person you) {
        return command instanceof PostMessage(EntryId id, RoomId in, String text, var of, var files)
                ? Optional.of(
                        new Message(
                                id,
                                in,
                                OptionalLong.empty(),
                                you,
                                at,
                                text,
                                true,
                                state.delivery(),
                                new Message.Details(of, files, Optional.empty(), false, Map.of())))
                : Optional.empty();
    }
}
