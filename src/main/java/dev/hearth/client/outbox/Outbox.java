package dev.hearth.client.outbox;

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
import java.util.Collection;
import java.util.List;
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

    private final ChatContext context;
    private final ConfirmationPolicy policy;
    private final OutboxItems items;
    private final Transmission transmission;

    public Outbox(
            ChatContext context,
            OutboxDisk disk,
            ConfirmationPolicy policy,
            Supplier<Person> you,
            Listener listener) {
        this.context = context;
        this.policy = policy;
        items = new OutboxItems(context, disk, you);
        transmission = new Transmission(context, items, policy, listener);
    }

    /// @param answer null when nobody asks for it
    public void submit(Command command, @Nullable CompletableFuture<Accepted> answer) {
        OutboxItem item = new OutboxItem(command, context.now(), answer);
        if (items.find(command.id()).isPresent()) {
            item.fail(new HearthException(ErrorCode.CONFLICT, "This is on its way already."));
            return;
        }
        Optional<HearthException> never = policy.refusal(command);
        never.ifPresent(why -> item.become(failed(why)));
        items.add(item);
        if (never.isPresent()) {
            item.fail(never.get());
            items.show(item);
        } else {
            store(item, () -> items.show(item));
        }
    }

    private static SendState failed(HearthException why) {
        return new SendState.Failed(ErrorCode.told(why.code()), why.sentence());
    }

    /// @param first is run when it is on disk, or could not be got there, before that is told
    private void store(OutboxItem item, Runnable first) {
        items.store(
                item,
                failure -> {
                    first.run();
                    failure.ifPresentOrElse(
                            why -> transmission.fail(item, why),
                            () -> transmission.pump(item.lane()));
                });
    }

    /// What was kept comes before what was written since, which goes to the disk now.
    public void restore(List<Waiting> kept) {
        List<OutboxItem> later = items.all();
        items.clear();
        for (Waiting waiting : kept) {
            SendState state =
                    waiting.failure()
                            .<SendState>map(why -> new SendState.Failed(why.code(), why.reason()))
                            .orElseGet(SendState.Queued::new);
            OutboxItem item = new OutboxItem(waiting.command(), waiting.at(), state);
            item.setOnDisk(true);
            items.add(item);
            items.show(item);
        }
        for (OutboxItem item : later) {
            items.add(item);
            if (!item.state().isInPersonsHands() && !item.isOnDisk()) {
                store(item, () -> {});
            }
        }
    }

    /// The server takes commands from now on.
    public void open() {
        transmission.open();
    }

    /// The connection is gone.
    public void cut() {
        transmission.cut();
    }

    /// An entry has come: if it is what was asked for here, that is done.
    ///
    /// @return the message as it is shown so far, if it is one
    public Optional<Message> arrived(Entry entry) {
        Predicate<Command> fulfils = it -> items.isYou(entry.from()) && Fulfilment.isOf(it, entry);
        boolean isMessage = entry.payload() instanceof Posted;
        return arrived(entry.id(), fulfils, isMessage, new Accepted(entry.room(), entry.seq()));
    }

    /// The same of a message that comes as it stands now.
    public Optional<Message> arrived(FoldedMessage message) {
        Predicate<Command> fulfils =
                it -> items.isYou(message.from()) && Fulfilment.isOf(it, message);
        boolean isMessage = true;
        return arrived(
                message.id(), fulfils, isMessage, new Accepted(message.room(), message.seq()));
    }

    private Optional<Message> arrived(
            EntryId id, Predicate<Command> fulfils, boolean isMessage, Accepted where) {
        OutboxItem item = items.find(id).orElse(null);
        if (item == null) {
            return Optional.empty();
        }
        if (fulfils.test(item.command())) {
            transmission.settle(item, where);
            return items.message(item);
        }
        if (isMessage && item.command() instanceof PostMessage post) {
            moveAside(item, post.withId(EntryId.next(context.now().toEpochMilli())));
        }
        return Optional.empty();
    }

    /// Another message has the id of one that was typed here. What was typed is kept under an id of
    /// its own, for its person to decide.
    private void moveAside(OutboxItem item, PostMessage command) {
        Failure why = ANOTHER_IN_ITS_PLACE;
        OutboxItem again =
                new OutboxItem(command, item.at(), new SendState.Failed(why.code(), why.reason()));
        items.add(again);
        items.keepFailed(again, why);
        items.remove(item);
        item.fail(new HearthException(why.code(), why.reason()));
        context.tell(new Event.MessageRemoved(item.id()));
        items.show(again);
        transmission.pump(item.lane());
    }

    /// The server told what may be the echo of an own message: of the oldest that was sent on this
    /// connection, else of the oldest that was ever sent.
    ///
    /// @param texts what may have been written, for the server to tell that
    /// @param seq the place that the server gave it, if it numbers messages
    /// @return whether it is taken for one
    public boolean echoed(RoomId room, Collection<String> texts, OptionalLong seq) {
        return transmission.echoed(room, texts, seq);
    }

    /// Sends what is in the person's hands again, behind what waits.
    public void retry(EntryId id) {
        inPersonsHands(id).ifPresent(this::retry);
    }

    private Optional<OutboxItem> inPersonsHands(EntryId id) {
        return items.find(id).filter(item -> item.state().isInPersonsHands());
    }

    private void retry(OutboxItem item) {
        Optional<HearthException> never = policy.refusal(item.command());
        if (never.isPresent()) {
            items.become(item, failed(never.get()));
        } else {
            items.become(item, new SendState.Queued());
            items.add(item);
            store(item, () -> {});
        }
    }

    /// Drops what is in the person's hands. Should it have arrived all the same, it is shown like
    /// anything that arrives.
    public void discard(EntryId id) {
        inPersonsHands(id)
                .ifPresent(
                        item -> {
                            items.remove(item);
                            context.tell(new Event.MessageRemoved(id));
                        });
    }

    /// Another host answers. What is on the disk of the one before waits there until it is back;
    /// what could not be put there is for the person to decide, for it was not meant for this one.
    ///
    /// @param otherwise why that is not sent
    public void leaveHost(HearthException otherwise) {
        long waiting = items.all().stream().filter(it -> it.isOnDisk() && it.isMessage()).count();
        if (waiting > 0) {
            context.tell(
                    new Event.Noticed(
                            "Another chat answers at this address now. What you wrote for the one"
                                    + " before ("
                                    + waiting
                                    + ") waits until that one is back."));
        }
        for (OutboxItem item : items.all()) {
            if (item.isOnDisk()) {
                takeAway(item);
            } else if (!item.state().isInPersonsHands()) {
                transmission.fail(item, otherwise);
            }
        }
    }

    private void takeAway(OutboxItem item) {
        items.leaveOnDisk(item);
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
        for (OutboxItem item : items.all()) {
            if (item.state().delivery() instanceof Delivery.Sending) {
                if (!isOfEveryServer.test(item.command())) {
                    transmission.fail(item, otherwise);
                } else if (item.sendings() > 0) {
                    items.letPass(item, new SendState.Doubtful());
                }
            }
            if (items.isHere(item)) {
                if (!(item.state() instanceof SendState.Received)) {
                    items.message(item).ifPresent(messages::add);
                }
                items.leaveOnDisk(item);
                item.fail(otherwise);
            }
        }
        return messages;
    }

    /// Takes messages that are shown already, and that another dialect gave away.
    ///
    /// @param meantForOthers why those that were on their way are not sent, if they are not; what
    ///   these servers cannot take is not sent either
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
            items.add(item);
            if (item.state() instanceof SendState.Queued) {
                meantForOthers
                        .or(() -> policy.refusal(item.command()))
                        .ifPresent(why -> transmission.fail(item, why));
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

    /// The chat ends; what is on disk is sent when it is joined again.
    ///
    /// @param why what those learn who wait for an answer
    public void close(HearthException why) {
        items.all().forEach(item -> item.fail(why));
    }
}
