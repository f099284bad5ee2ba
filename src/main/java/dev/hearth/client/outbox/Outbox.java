package dev.hearth.client.outbox;

import dev.hearth.client.outbox.ConfirmationPolicy.Answer;
import dev.hearth.log.sqlite.OutboxStore.Failure;
import dev.hearth.log.sqlite.OutboxStore.Waiting;
import dev.hearth.model.Accepted;
import dev.hearth.model.Command;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Delivery;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HearthException;
import dev.hearth.model.Message;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A person's commands, until the server has confirmed them. Confined to the chat's loop.
///
/// Each command goes to the disk first, where there is one, and is then sent, in the order in which
/// it was wanted. Nothing is sent twice on one connection unless the server asked to wait, and
/// after a cut only what the [ConfirmationPolicy] says does no harm. An answer, the own entry in
/// the log, or the echo settles it, whichever comes first. Every change of what is shown is told.
public final class Outbox {
    /// What the rest of a dialect has to know.
    public interface Listener {
        /// The server has done it.
        ///
        /// @param shown the message as it is shown so far; empty for anything else
        void done(Optional<Message> shown, Accepted accepted);
    }

    /// Why a message is not sent whose id is that of another one.
    public static final Failure ANOTHER_IN_ITS_PLACE =
            new Failure(ErrorCode.CONFLICT, "The host has another message in its place.");

    private final OutboxContext context;
    private final OutboxDisk disk;
    private final ConfirmationPolicy policy;
    private final Supplier<Person> you;
    private final Listener listener;
    private final Map<EntryId, OutboxItem> items = new LinkedHashMap<>();
    private final Lanes lanes = new Lanes();
    private boolean open;

    /// Counts connections.
    private int connection;

    public Outbox(
            OutboxContext context,
            OutboxDisk disk,
            ConfirmationPolicy policy,
            Supplier<Person> you,
            Listener listener) {
        this.context = context;
        this.disk = disk;
        this.policy = policy;
        this.you = you;
        this.listener = listener;
    }

    /// @param answer null when nobody asks for it
    public void submit(Command command, @Nullable CompletableFuture<Accepted> answer) {
        OutboxItem item = new OutboxItem(command, context.now(), answer);
        if (items.putIfAbsent(command.id(), item) != null) {
            item.fail(new HearthException(ErrorCode.CONFLICT, "This is on its way already."));
            return;
        }
        Optional<HearthException> never = policy.refusal(command);
        if (never.isPresent()) {
            item.become(failed(never.get()));
            item.fail(never.get());
            show(item);
        } else {
            lanes.join(item);
            store(item, () -> show(item));
        }
    }

    private static SendState failed(HearthException why) {
        return new SendState.Failed(why.code(), why.sentence());
    }

    private void show(OutboxItem item) {
        item.message(you.get()).ifPresent(it -> context.tell(new Event.MessageAdded(it)));
    }

    private void become(OutboxItem item, SendState next) {
        if (item.become(next)) {
            item.message(you.get()).ifPresent(it -> context.tell(new Event.MessageChanged(it)));
        }
    }

    private boolean isHere(OutboxItem item) {
        return items.get(item.id()) == item;
    }

    /// @param stored is run when it is on disk, or could not be got there
    private void store(OutboxItem item, Runnable stored) {
        item.become(new SendState.Storing());
        item.setOnDisk(disk.isOpen());
        disk.put(
                new Waiting(item.command(), item.at(), Optional.empty()),
                failure -> {
                    if (isHere(item) && item.state() instanceof SendState.Storing) {
                        stored.run();
                        item.become(new SendState.Queued());
                        failure.ifPresentOrElse(
                                why -> {
                                    item.setOnDisk(false);
                                    fail(item, why.code(), why.sentence());
                                },
                                () -> pump(item.lane()));
                    }
                });
    }

    /// What was kept comes before what was written since, which goes to the disk now.
    public void restore(List<Waiting> kept) {
        List<OutboxItem> later = List.copyOf(items.values());
        items.clear();
        lanes.clear();
        for (Waiting waiting : kept) {
            SendState state =
                    waiting.failure()
                            .<SendState>map(why -> new SendState.Failed(why.code(), why.reason()))
                            .orElseGet(SendState.Queued::new);
            OutboxItem item = new OutboxItem(waiting.command(), waiting.at(), state);
            item.setOnDisk(true);
            add(item);
            show(item);
        }
        for (OutboxItem item : later) {
            add(item);
            if (!item.state().isInPersonsHands() && !item.isOnDisk()) {
                store(item, () -> {});
            }
        }
    }

    private void add(OutboxItem item) {
        items.put(item.id(), item);
        if (!item.state().isInPersonsHands()) {
            lanes.join(item);
        }
    }

    /// The server takes commands from now on.
    public void open() {
        open = true;
        for (OutboxItem item : List.copyOf(items.values())) {
            if (item.state() instanceof SendState.Received(var echoWithin, var _)) {
                awaitEcho(item, new Answer.Received(echoWithin));
            }
        }
        lanes.all().forEach(this::pump);
    }

    /// The connection is gone.
    public void cut() {
        open = false;
        connection++;
        for (OutboxItem item : List.copyOf(items.values())) {
            switch (item.state()) {
                case SendState.OnWire _ -> {
                    if (policy.isRepeatable(item.command(), item.sendings(), item.isKnown())) {
                        become(item, new SendState.Queued());
                    } else {
                        doubt(item);
                    }
                }
                case SendState.Waiting _ -> become(item, new SendState.Queued());
                case SendState.Received(var echoWithin, var _) ->
                        become(item, new SendState.Received(echoWithin, SendState.NO_TIMER));
                case SendState.Storing _,
                        SendState.Queued _,
                        SendState.Doubtful _,
                        SendState.Failed _ -> {}
            }
        }
    }

    private void doubt(OutboxItem item) {
        lanes.leave(item);
        become(item, new SendState.Doubtful());
    }

    private void pump(Optional<RoomId> lane) {
        if (open) {
            lanes.next(lane, policy.oneAtATime()).forEach(this::transmit);
        }
    }

    private void transmit(OutboxItem item) {
        become(
                item,
                new SendState.OnWire(context.after(policy.patience(), () -> nothingCame(item))));
        boolean known = policy.send(item.command(), answer -> answered(item, answer));
        item.sent(connection, known);
    }

    private void nothingCame(OutboxItem item) {
        if (isHere(item) && item.state() instanceof SendState.OnWire) {
            switch (policy.silence()) {
                case SEND_AGAIN -> transmit(item);
                case DOUBT -> {
                    doubt(item);
                    pump(item.lane());
                }
                case WAIT -> {}
            }
        }
    }

    private void answered(OutboxItem item, Answer answer) {
        if (!isHere(item) || !item.state().awaitsAnswer()) {
            return;
        }
        switch (answer) {
            case Answer.Done(Accepted accepted) -> {
                settle(item, accepted);
                listener.done(item.message(you.get()), accepted);
            }
            case Answer.Received received -> {
                lanes.leave(item);
                awaitEcho(item, received);
                pump(item.lane());
            }
            case Answer.Later(var pause) -> {
                if (item.state() instanceof SendState.OnWire) {
                    Runnable cancel = context.after(pause, () -> afterWaiting(item));
                    become(item, new SendState.Waiting(cancel));
                }
            }
            case Answer.Refused(ErrorCode code, String reason) -> fail(item, code, reason);
        }
    }

    private void afterWaiting(OutboxItem item) {
        if (open && isHere(item) && item.state() instanceof SendState.Waiting) {
            transmit(item);
        }
    }

    private void awaitEcho(OutboxItem item, Answer.Received received) {
        Runnable cancel = context.after(received.echoWithin(), () -> noEchoCame(item));
        become(item, new SendState.Received(received.echoWithin(), cancel));
    }

    private void noEchoCame(OutboxItem item) {
        if (isHere(item) && item.state() instanceof SendState.Received) {
            remove(item);
        }
    }

    /// An entry has come: if it is what was asked for here, that is done.
    ///
    /// @return the message as it is shown so far, if it is one
    public Optional<Message> arrived(Entry entry) {
        OutboxItem item = items.get(entry.id());
        if (item == null) {
            return Optional.empty();
        }
        boolean done = isYou(entry.from()) && Fulfilment.isOf(item.command(), entry);
        return arrived(item, done, entry.payload() instanceof Posted, entry.room(), entry.seq());
    }

    /// The same of a message that comes as it stands now.
    public Optional<Message> arrived(FoldedMessage message) {
        OutboxItem item = items.get(message.id());
        if (item == null) {
            return Optional.empty();
        }
        boolean done = isYou(message.from()) && Fulfilment.isOf(item.command(), message);
        return arrived(item, done, true, message.room(), message.seq());
    }

    private boolean isYou(Person person) {
        return person.id().equals(you.get().id());
    }

    private Optional<Message> arrived(
            OutboxItem item, boolean done, boolean isMessage, RoomId room, long seq) {
        if (done) {
            settle(item, new Accepted(room, seq));
            return item.message(you.get());
        }
        if (isMessage
                && item.command()
                        instanceof PostMessage(var _, var in, var text, var of, var files)) {
            EntryId id = EntryId.next(context.now().toEpochMilli());
            moveAside(item, new PostMessage(id, in, text, of, files));
        }
        return Optional.empty();
    }

    /// Another message has the id of one that was typed here. What was typed is kept under an id of
    /// its own, for its person to decide.
    private void moveAside(OutboxItem item, PostMessage command) {
        Failure why = ANOTHER_IN_ITS_PLACE;
        OutboxItem again =
                new OutboxItem(command, item.at(), new SendState.Failed(why.code(), why.reason()));
        again.setOnDisk(disk.isOpen());
        items.put(again.id(), again);
        disk.put(new Waiting(command, item.at(), Optional.of(why)), _ -> {});
        remove(item);
        item.fail(new HearthException(why.code(), why.reason()));
        context.tell(new Event.MessageRemoved(item.id()));
        show(again);
        pump(item.lane());
    }

    /// The server told everybody a text that may be the echo of an own message: of the oldest that
    /// is on the wire, else of the oldest that was ever sent.
    ///
    /// @param seq the place that the server gave it, if it numbers messages
    /// @return whether it is taken for one
    public boolean echoed(Predicate<String> isEcho, OptionalLong seq) {
        OutboxItem echoed = null;
        for (OutboxItem item : items.values()) {
            if (item.sendings() > 0
                    && !(item.state() instanceof SendState.Failed)
                    && item.command() instanceof PostMessage post
                    && isEcho.test(post.text())) {
                if (item.wasSentOn(connection)) {
                    echoed = item;
                    break;
                }
                echoed = echoed == null ? item : echoed;
            }
        }
        if (echoed == null) {
            return false;
        }
        confirm(echoed, seq);
        return true;
    }

    private void confirm(OutboxItem item, OptionalLong seq) {
        remove(item);
        item.message(you.get())
                .filter(shown -> !shown.equals(shown.confirmed(seq)))
                .ifPresent(shown -> context.tell(new Event.MessageChanged(shown.confirmed(seq))));
        pump(item.lane());
    }

    private void settle(OutboxItem item, Accepted accepted) {
        remove(item);
        item.done(accepted);
        pump(item.lane());
    }

    private void remove(OutboxItem item) {
        item.state().cancelTimer();
        items.remove(item.id());
        lanes.leave(item);
        if (item.isOnDisk()) {
            disk.remove(item.id());
        }
    }

    private void fail(OutboxItem item, ErrorCode code, String reason) {
        item.fail(new HearthException(code, reason));
        if (item.isMessage()) {
            lanes.leave(item);
            if (item.isOnDisk()) {
                disk.fail(item.id(), new Failure(code, reason));
            }
            become(item, new SendState.Failed(code, reason));
        } else {
            remove(item);
            context.tell(new Event.CommandFailed(item.command(), code, reason));
        }
        pump(item.lane());
    }

    /// Sends what is in the person's hands again, behind what waits.
    public void retry(EntryId id) {
        OutboxItem item = items.get(id);
        if (item == null || !item.state().isInPersonsHands()) {
            return;
        }
        Optional<HearthException> never = policy.refusal(item.command());
        if (never.isPresent()) {
            become(item, failed(never.get()));
            return;
        }
        items.remove(id);
        items.put(id, item);
        lanes.join(item);
        become(item, new SendState.Queued());
        store(item, () -> {});
    }

    /// Drops what is in the person's hands. Should it have arrived all the same, it is shown like
    /// anything that arrives.
    public void discard(EntryId id) {
        OutboxItem item = items.get(id);
        if (item != null && item.state().isInPersonsHands()) {
            remove(item);
            context.tell(new Event.MessageRemoved(id));
        }
    }

    /// Another host answers. What is on the disk of the one before waits there until it is back;
    /// what could not be put there is for the person to decide, for it was not meant for this one.
    ///
    /// @param otherwise why that is not sent
    public void leaveHost(HearthException otherwise) {
        long waiting =
                items.values().stream().filter(it -> it.isOnDisk() && it.isMessage()).count();
        if (waiting > 0) {
            context.tell(
                    new Event.Noticed(
                            "Another chat answers at this address now. What you wrote for the one"
                                    + " before ("
                                    + waiting
                                    + ") waits until that one is back."));
        }
        for (OutboxItem item : List.copyOf(items.values())) {
            if (item.isOnDisk()) {
                item.setOnDisk(false);
                takeAway(item);
            } else if (!item.state().isInPersonsHands()) {
                fail(item, otherwise.code(), otherwise.sentence());
            }
        }
    }

    private void takeAway(OutboxItem item) {
        remove(item);
        item.fail(
                new HearthException(
                        ErrorCode.CLOSED,
                        "Another host answers here now. This waits for the one before."));
        if (item.isMessage()) {
            context.tell(new Event.MessageRemoved(item.id()));
        }
    }

    /// Gives away the messages that are shown and not confirmed: the server speaks another dialect.
    /// What was on its way may have arrived.
    ///
    /// @param isOfEveryServer whether any dialect can do it; what is not, fails
    /// @param otherwise why
    public List<Message> surrender(Predicate<Command> isOfEveryServer, HearthException otherwise) {
        List<Message> messages = new ArrayList<>();
        for (OutboxItem item : List.copyOf(items.values())) {
            if (item.state().delivery() instanceof Delivery.Sending) {
                if (!isOfEveryServer.test(item.command())) {
                    fail(item, otherwise.code(), otherwise.sentence());
                } else if (item.sendings() > 0) {
                    doubt(item);
                }
            }
            if (isHere(item)) {
                if (!(item.state() instanceof SendState.Received)) {
                    item.message(you.get()).ifPresent(messages::add);
                }
                item.setOnDisk(false);
                remove(item);
                item.fail(otherwise);
            }
        }
        return messages;
    }

    /// Takes messages that are shown already, and that another dialect gave away.
    ///
    /// @param meantForOthers why those that were on their way are not sent, if they are not
    public void adopt(List<Message> messages, Optional<HearthException> meantForOthers) {
        for (Message message : messages) {
            Message.Details details = message.details();
            PostMessage post =
                    new PostMessage(
                            message.id(),
                            message.room(),
                            message.text(),
                            details.replyTo(),
                            details.files());
            OutboxItem item = new OutboxItem(post, message.at(), state(message.delivery()));
            add(item);
            if (item.state() instanceof SendState.Queued) {
                meantForOthers.ifPresent(why -> fail(item, why.code(), why.sentence()));
            }
        }
    }

    private static SendState state(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sending _, Delivery.Delivered _ -> new SendState.Queued();
            case Delivery.NotConfirmed _ -> new SendState.Doubtful();
            case Delivery.Failed(ErrorCode code, String reason) ->
                    new SendState.Failed(code, reason);
        };
    }

    /// The chat is left; what is on disk is sent when it is joined again.
    public void close() {
        items.values()
                .forEach(
                        item ->
                                item.fail(
                                        new HearthException(
                                                ErrorCode.CLOSED,
                                                "You have left this chat before it was done.")));
    }
}
