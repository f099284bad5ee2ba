package dev.hearth.client.outbox;

import dev.hearth.client.outbox.ConfirmationPolicy.Answer;
import dev.hearth.log.sqlite.OutboxStore.Failure;
import dev.hearth.model.Accepted;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.HearthException;
import dev.hearth.model.RoomId;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;

/// Brings the items of an [Outbox] over the connection, as its [ConfirmationPolicy] says, and
/// follows them until they are settled. Confined to the chat's loop.
final class Transmission {
    private final ChatContext context;
    private final OutboxItems items;
    private final ConfirmationPolicy policy;
    private final Outbox.Listener listener;
    private boolean open;

    Transmission(
            ChatContext context,
            OutboxItems items,
            ConfirmationPolicy policy,
            Outbox.Listener listener) {
        this.context = context;
        this.items = items;
        this.policy = policy;
        this.listener = listener;
    }

    void open() {
        open = true;
        for (OutboxItem item : items.all()) {
            if (item.state() instanceof SendState.Received(var echoWithin, var _)) {
                awaitEcho(item, new Answer.Received(echoWithin));
            }
        }
        items.lanes().all().forEach(this::pump);
    }

    void cut() {
        open = false;
        for (OutboxItem item : items.all()) {
            item.cut();
            items.note(item);
            switch (item.state()) {
                case SendState.OnWire _ -> {
                    if (policy.isRepeatable(item.command(), item.sendings(), item.isKnown())) {
                        items.become(item, new SendState.Queued());
                    } else {
                        items.letPass(item, new SendState.Doubtful());
                    }
                }
                case SendState.Waiting _ -> items.become(item, new SendState.Queued());
                case SendState.Received(var echoWithin, var _) ->
                        items.become(item, new SendState.Received(echoWithin, SendState.NO_TIMER));
                case SendState.Storing _,
                        SendState.Queued _,
                        SendState.Doubtful _,
                        SendState.Failed _ -> {}
            }
        }
    }

    void pump(Optional<RoomId> lane) {
        Optional<OutboxItem> next = next(lane);
        while (next.isPresent()) {
            transmit(next.get());
            next = next(lane);
        }
    }

    private Optional<OutboxItem> next(Optional<RoomId> lane) {
        return open ? items.lanes().next(lane, policy.oneAtATime()) : Optional.empty();
    }

    private void transmit(OutboxItem item) {
        Runnable cancel = context.after(policy.patience(), () -> nothingCame(item));
        items.become(item, new SendState.OnWire(cancel));
        boolean known = policy.send(item.command(), answer -> answered(item, answer));
        item.sent(known);
        items.note(item);
    }

    private void nothingCame(OutboxItem item) {
        if (items.isHere(item) && item.state() instanceof SendState.OnWire) {
            switch (policy.silence()) {
                case SEND_AGAIN -> transmit(item);
                case DOUBT -> {
                    items.letPass(item, new SendState.Doubtful());
                    pump(item.lane());
                }
                case WAIT -> {}
            }
        }
    }

    private void answered(OutboxItem item, Answer answer) {
        if (!items.isHere(item) || !item.state().awaitsAnswer()) {
            return;
        }
        switch (answer) {
            case Answer.Done(Accepted accepted) -> {
                settle(item, accepted);
                listener.done(items.message(item), accepted);
            }
            case Answer.Received received -> {
                items.lanes().leave(item);
                awaitEcho(item, received);
                pump(item.lane());
            }
            case Answer.Later(var pause) -> {
                if (item.state() instanceof SendState.OnWire) {
                    Runnable cancel = context.after(pause, () -> afterWaiting(item));
                    items.become(item, new SendState.Waiting(cancel));
                }
            }
            case Answer.Refused(ErrorCode code, String reason) -> fail(item, code, reason);
        }
    }

    private void afterWaiting(OutboxItem item) {
        if (open && items.isHere(item) && item.state() instanceof SendState.Waiting) {
            transmit(item);
        }
    }

    private void awaitEcho(OutboxItem item, Answer.Received received) {
        Runnable cancel = context.after(received.echoWithin(), () -> noEchoCame(item));
        items.become(item, new SendState.Received(received.echoWithin(), cancel));
    }

    private void noEchoCame(OutboxItem item) {
        if (items.isHere(item) && item.state() instanceof SendState.Received) {
            items.remove(item);
        }
    }

    /// See [Outbox#echoed].
    boolean echoed(RoomId room, Collection<String> texts, OptionalLong seq) {
        Optional<OutboxItem> echoed = items.echoes().oldest(room, texts);
        echoed.ifPresent(item -> confirm(item, seq));
        return echoed.isPresent();
    }

    private void confirm(OutboxItem item, OptionalLong seq) {
        items.remove(item);
        items.message(item)
                .filter(shown -> !shown.equals(shown.confirmed(seq)))
                .map(shown -> new Event.MessageChanged(shown.confirmed(seq)))
                .ifPresent(context::tell);
        pump(item.lane());
    }

    void settle(OutboxItem item, Accepted accepted) {
        items.remove(item);
        item.done(accepted);
        pump(item.lane());
    }

    /// A message stays, for its person to decide; anything else is given up.
    void fail(OutboxItem item, ErrorCode code, String reason) {
        item.fail(new HearthException(code, reason));
        if (item.isMessage()) {
            items.noteFailure(item, new Failure(code, reason));
            items.letPass(item, new SendState.Failed(code, reason));
        } else {
            items.remove(item);
            context.tell(new Event.CommandFailed(item.command(), code, reason));
        }
        pump(item.lane());
    }

    void fail(OutboxItem item, HearthException why) {
        fail(item, ErrorCode.told(why.code()), why.sentence());
    }
}
