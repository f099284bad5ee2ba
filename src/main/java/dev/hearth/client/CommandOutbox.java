package dev.hearth.client;

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
import dev.hearth.protocol.Answers;
import dev.hearth.protocol.CommandCodec;
import dev.hearth.protocol.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A person's commands, until the host has answered (wire.md, rule 3). Confined to the chat's loop.
///
/// Each command goes to the disk first, where there is one, and is then sent; in each room one
/// after the other. Nothing is sent twice on one connection unless the host asked to wait, and
/// always under the same id, which the host does once. An answer, or the own entry in the log,
/// settles it, whichever comes first.
final class CommandOutbox {
    /// What the rest of the dialect has to know.
    interface Listener {
        /// The host has done it.
        ///
        /// @param shown the message as it is shown so far; empty for anything else
        void done(Optional<Message> shown, Accepted accepted);
    }

    /// A host answers every command. Where it does not, sending the same again does no harm.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Why a message is not sent whose id is that of another one.
    static final Failure ANOTHER_IN_ITS_PLACE =
            new Failure(ErrorCode.CONFLICT, "The host has another message in its place.");

    private static final String OTHER_CHAT = "Another chat answers at this address now.";

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private enum Stage {
        STORING,
        READY,
        ON_WIRE,
        RESTING,
        FAILED
    }

    private static final class Item {
        private final Command command;
        private final Instant at;
        private final @Nullable CompletableFuture<Accepted> answer;
        private boolean onDisk;
        private Stage stage = Stage.READY;
        private Delivery delivery = Delivery.SENDING;
        private Runnable cancelTimer = () -> {};

        Item(Command command, Instant at, @Nullable CompletableFuture<Accepted> answer) {
            this.command = command;
            this.at = at;
            this.answer = answer;
        }

        /// Commands of one lane are sent one after the other.
        Optional<RoomId> lane() {
            return command.room();
        }

        void fail(HearthException why) {
            if (answer != null) {
                answer.completeExceptionally(why);
            }
        }
    }

    private final DialectContext context;
    private final ReplicaWriter writer;
    private final Supplier<Person> you;
    private final Listener listener;
    private final Map<EntryId, Item> items = new LinkedHashMap<>();
    private final Map<Optional<RoomId>, Deque<Item>> lanes = new HashMap<>();
    private boolean entered;

    CommandOutbox(
            DialectContext context, ReplicaWriter writer, Supplier<Person> you, Listener listener) {
        this.context = context;
        this.writer = writer;
        this.you = you;
        this.listener = listener;
    }

    void submit(Command command, Instant at, @Nullable CompletableFuture<Accepted> answer) {
        Item item = new Item(command, at, answer);
        if (items.putIfAbsent(command.id(), item) != null) {
            item.fail(new HearthException(ErrorCode.CONFLICT, "This is on its way already."));
            return;
        }
        join(item);
        store(item, () -> message(item).ifPresent(it -> context.tell(new Event.MessageAdded(it))));
    }

    private void join(Item item) {
        lanes.computeIfAbsent(item.lane(), _ -> new ArrayDeque<>()).add(item);
    }

    /// @param shown is run when it is on disk, or could not be got there
    private void store(Item item, Runnable shown) {
        item.stage = Stage.STORING;
        item.onDisk = writer.isOpen();
        writer.put(
                new Waiting(item.command, item.at, Optional.empty()),
                failure -> {
                    if (items.get(item.command.id()) == item && item.stage == Stage.STORING) {
                        shown.run();
                        item.stage = Stage.READY;
                        failure.ifPresentOrElse(
                                why -> {
                                    item.onDisk = false;
                                    fail(item, why.code(), why.sentence());
                                },
                                () -> pump(item.lane()));
                    }
                });
    }

    /// What was in the outbox comes before what was written since, which goes there now.
    void restore(List<Waiting> outbox) {
        List<Item> later = List.copyOf(items.values());
        items.clear();
        lanes.clear();
        for (Waiting waiting : outbox) {
            Item item = new Item(waiting.command(), waiting.at(), null);
            item.onDisk = true;
            waiting.failure()
                    .ifPresent(
                            why -> item.delivery = new Delivery.Failed(why.code(), why.reason()));
            item.stage = waiting.failure().isPresent() ? Stage.FAILED : Stage.READY;
            add(item);
            message(item).ifPresent(it -> context.tell(new Event.MessageAdded(it)));
        }
        for (Item item : later) {
            add(item);
            if (item.stage != Stage.FAILED && !item.onDisk) {
                store(item, () -> {});
            }
        }
    }

    private void add(Item item) {
        items.put(item.command.id(), item);
        if (item.stage != Stage.FAILED) {
            join(item);
        }
    }

    void entered() {
        entered = true;
        List.copyOf(lanes.keySet()).forEach(this::pump);
    }

    void cut() {
        entered = false;
        for (Item item : items.values()) {
            if (item.stage == Stage.ON_WIRE || item.stage == Stage.RESTING) {
                item.cancelTimer.run();
                item.stage = Stage.READY;
            }
        }
    }

    private void pump(Optional<RoomId> lane) {
        Deque<Item> queue = lanes.get(lane);
        Item head = queue == null ? null : queue.peek();
        if (queue != null && head == null) {
            lanes.remove(lane);
        }
        if (entered && head != null && head.stage == Stage.READY) {
            transmit(head);
        }
    }

    private void transmit(Item item) {
        item.stage = Stage.ON_WIRE;
        item.cancelTimer = context.after(PATIENCE, () -> again(item));
        context.emit(
                CommandCodec.event(item.command),
                new Object[] {CommandCodec.fields(item.command)},
                answer -> answered(item, answer));
    }

    private void again(Item item) {
        boolean open = item.stage == Stage.ON_WIRE || item.stage == Stage.RESTING;
        if (entered && open && items.get(item.command.id()) == item) {
            transmit(item);
        }
    }

    private void answered(Item item, List<@Nullable Object> answer) {
        if (items.get(item.command.id()) != item || item.stage != Stage.ON_WIRE) {
            return;
        }
        item.cancelTimer.run();
        Optional<Refusal> refusal = Refusal.in(answer);
        Optional<Accepted> accepted =
                Answers.ok(answer)
                        .flatMap(Answers::readAccepted)
                        .filter(it -> item.lane().map(it.room()::equals).orElse(true));
        if (refusal.isPresent()) {
            refused(item, refusal.get());
        } else if (accepted.isPresent()) {
            settle(item, accepted.get());
            listener.done(message(item), accepted.get());
        } else {
            fail(item, ErrorCode.REFUSED, "The host gave an answer that makes no sense.");
        }
    }

    private void refused(Item item, Refusal refusal) {
        Optional<Duration> wait =
                refusal.code() == ErrorCode.NOT_ENTERED
                        ? Optional.of(MOMENT)
                        : refusal.retryAfter();
        if (wait.isPresent()) {
            item.stage = Stage.RESTING;
            item.cancelTimer = context.after(wait.get(), () -> again(item));
        } else {
            fail(item, refusal.code(), refusal.message());
        }
    }

    /// An entry has come: if it is what was asked for here, that is done.
    ///
    /// @return the message as it is shown so far, if it is one
    Optional<Message> arrived(Entry entry) {
        Item item = items.get(entry.id());
        if (item == null) {
            return Optional.empty();
        }
        boolean done = isYou(entry.from()) && Fulfilment.isOf(item.command, entry);
        return arrived(item, done, entry.payload() instanceof Posted, entry.room(), entry.seq());
    }

    /// The same of a message that comes as it stands now.
    Optional<Message> arrived(FoldedMessage entry) {
        Item item = items.get(entry.id());
        if (item == null) {
            return Optional.empty();
        }
        boolean done = isYou(entry.from()) && Fulfilment.isOf(item.command, entry);
        return arrived(item, done, true, entry.room(), entry.seq());
    }

    private boolean isYou(Person person) {
        return person.id().equals(you.get().id());
    }

    private Optional<Message> arrived(
            Item item, boolean done, boolean isMessage, RoomId room, long seq) {
        if (done) {
            settle(item, new Accepted(room, seq));
            return message(item);
        }
        if (isMessage
                && item.command
                        instanceof PostMessage(var _, var in, var text, var of, var files)) {
            EntryId id = EntryId.next(context.now().toEpochMilli());
            moveAside(item, new PostMessage(id, in, text, of, files));
        }
        return Optional.empty();
    }

    /// Another message has the id of one that was typed here. What was typed is kept under an id of
    /// its own, for its person to decide.
    private void moveAside(Item item, PostMessage command) {
        Failure why = ANOTHER_IN_ITS_PLACE;
        Item again = new Item(command, item.at, null);
        again.stage = Stage.FAILED;
        again.delivery = new Delivery.Failed(why.code(), why.reason());
        again.onDisk = writer.isOpen();
        items.put(command.id(), again);
        writer.put(new Waiting(command, item.at, Optional.of(why)), _ -> {});
        remove(item);
        item.fail(new HearthException(why.code(), why.reason()));
        context.tell(new Event.MessageRemoved(item.command.id()));
        message(again).ifPresent(it -> context.tell(new Event.MessageAdded(it)));
        pump(item.lane());
    }

    private void settle(Item item, Accepted accepted) {
        remove(item);
        if (item.answer != null) {
            item.answer.complete(accepted);
        }
        pump(item.lane());
    }

    private void remove(Item item) {
        item.cancelTimer.run();
        items.remove(item.command.id());
        leaveLane(item);
        if (item.onDisk) {
            writer.remove(item.command.id());
        }
    }

    private void leaveLane(Item item) {
        Deque<Item> lane = lanes.get(item.lane());
        if (lane != null) {
            lane.remove(item);
        }
    }

    private void fail(Item item, ErrorCode code, String reason) {
        item.fail(new HearthException(code, reason));
        if (item.command instanceof PostMessage) {
            item.cancelTimer.run();
            item.stage = Stage.FAILED;
            leaveLane(item);
            if (item.onDisk) {
                writer.fail(item.command.id(), new Failure(code, reason));
            }
            deliver(item, new Delivery.Failed(code, reason));
        } else {
            remove(item);
            context.tell(new Event.CommandFailed(item.command, code, reason));
        }
        pump(item.lane());
    }

    private void deliver(Item item, Delivery delivery) {
        item.delivery = delivery;
        message(item).ifPresent(it -> context.tell(new Event.MessageChanged(it)));
    }

    void retry(EntryId id) {
        Item item = items.get(id);
        if (item != null && item.stage == Stage.FAILED) {
            items.remove(id);
            items.put(id, item);
            join(item);
            deliver(item, Delivery.SENDING);
            store(item, () -> {});
        }
    }

    void discard(EntryId id) {
        Item item = items.get(id);
        if (item != null && item.stage == Stage.FAILED) {
            remove(item);
            context.tell(new Event.MessageRemoved(id));
        }
    }

    /// Another host answers. What is in the outbox of the one before waits there until it is back;
    /// what could not be put there is for the person to decide, for it was not meant for this one.
    void leaveHost() {
        long waiting =
                items.values().stream()
                        .filter(item -> item.onDisk && item.command instanceof PostMessage)
                        .count();
        if (waiting > 0) {
            context.tell(
                    new Event.Noticed(
                            "Another chat answers at this address now. What you wrote for the one"
                                    + " before ("
                                    + waiting
                                    + ") waits until that one is back."));
        }
        for (Item item : List.copyOf(items.values())) {
            if (item.onDisk) {
                item.onDisk = false;
                take(item, "Another host answers here now. This waits for the one before.");
            } else if (item.stage != Stage.FAILED) {
                fail(item, ErrorCode.REFUSED, OTHER_CHAT);
            }
        }
    }

    private void take(Item item, String why) {
        remove(item);
        item.fail(new HearthException(ErrorCode.CLOSED, why));
        if (item.command instanceof PostMessage) {
            context.tell(new Event.MessageRemoved(item.command.id()));
        }
    }

    /// Gives away the messages that are shown: the server speaks another dialect. What is no
    /// message of the lobby fails.
    List<Message> surrender() {
        List<Message> messages = new ArrayList<>();
        for (Item item : List.copyOf(items.values())) {
            if (!isOfEveryServer(item.command) && item.stage != Stage.FAILED) {
                fail(item, ErrorCode.UNSUPPORTED, Dialect.unsupported().sentence());
            }
            if (items.remove(item.command.id()) == item) {
                message(item).ifPresent(messages::add);
                leaveLane(item);
                item.fail(Dialect.unsupported());
            }
        }
        return messages;
    }

    private static boolean isOfEveryServer(Command command) {
        return command instanceof PostMessage(var _, RoomId in, var _, var of, var _)
                && in.equals(RoomId.LOBBY)
                && of.isEmpty();
    }

    /// Takes messages that another dialect gave away. They were not meant for this host: their
    /// person decides.
    void adopt(List<Message> messages) {
        for (Message message : messages) {
            Message.Details details = message.details();
            PostMessage post =
                    new PostMessage(
                            message.id(),
                            message.room(),
                            message.text(),
                            details.replyTo(),
                            details.files());
            Item item = new Item(post, message.at(), null);
            item.stage = Stage.FAILED;
            items.put(post.id(), item);
            deliver(
                    item,
                    message.delivery() instanceof Delivery.Sending
                            ? new Delivery.Failed(ErrorCode.REFUSED, OTHER_CHAT)
                            : message.delivery());
        }
    }

    /// The chat is left; what is on disk is sent when it is joined again.
    void close() {
        items.values()
                .forEach(
                        item ->
                                item.fail(
                                        new HearthException(
                                                ErrorCode.CLOSED,
                                                "You have left this chat before it was done.")));
    }

    private Optional<Message> message(Item item) {
        return item.command
                        instanceof
                        PostMessage(EntryId id, RoomId in, String text, var of, var files)
                ? Optional.of(
                        new Message(
                                id,
                                in,
                                OptionalLong.empty(),
                                you.get(),
                                item.at,
                                text,
                                true,
                                item.delivery,
                                new Message.Details(of, files, Optional.empty(), false, Map.of())))
                : Optional.empty();
    }
}
