package dev.hearth.client;

import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.Events;
import dev.hearth.protocol.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sends own messages on the namespace `/`, and follows them until they are settled.
///
/// A server that takes a uuid and acknowledges stores each uuid once: a message that a cut left
/// open is sent again under the same uuid. On any other server the person decides about a message
/// that was cut off before its echo or acknowledgement, because sending it again could double it.
/// Until it is decided what a message consists of, all of them wait. Confined to the chat's loop.
final class PlainSending {
    /// How long a message without any sign of the server counts as on its way.
    private static final Duration UNCONFIRMED_AFTER = Duration.ofSeconds(20);

    /// How long an acknowledged message waits for its echo, so that it is not shown twice. Some
    /// servers send a message to all but its author: another person's same words must not be taken
    /// for the echo for ever.
    private static final Duration ECHO_WITHIN = Duration.ofSeconds(10);

    /// A large message that was cut off this often may be what the server closes the connection
    /// for.
    private static final int MOST_SENDINGS = 5;

    private static final int LARGE = 30_000;

    /// The name that servers get that want one, from a person without a name.
    private static final String NO_NAME = "guest";

    private final DialectContext context;
    private final PlainOutbox outbox;
    private final Runnable onAcknowledgement;
    private final String ownName;
    private boolean acknowledges;
    private Optional<MessageArguments> arguments = Optional.empty();

    /// @param ownName empty for a person without a name
    /// @param onAcknowledgement is run with each acknowledgement
    PlainSending(DialectContext context, String ownName, Runnable onAcknowledgement) {
        this.context = context;
        this.ownName = ownName;
        this.onAcknowledgement = onAcknowledgement;
        outbox = new PlainOutbox(context::tell);
    }

    /// Messages wait again until it is decided.
    void undecide() {
        arguments = Optional.empty();
    }

    /// What the messages that are sent from now on consist of.
    void decide(MessageArguments decided) {
        boolean waited = arguments.isEmpty();
        arguments = Optional.of(decided);
        if (waited && context.isOpen()) {
            outbox.all().stream()
                    .filter(each -> each.isSending() && !each.isOnWire())
                    .forEach(this::transmit);
        }
    }

    void opened() {
        for (PlainOutbox.Pending pending : outbox.all()) {
            if (pending.isSending()) {
                transmit(pending);
            } else if (pending.message().delivery() instanceof Delivery.Delivered) {
                forgetWithoutEcho(pending);
            }
        }
    }

    void closed() {
        for (PlainOutbox.Pending pending : outbox.all()) {
            if (pending.isOnWire()) {
                pending.cut();
                if (pending.isSending() && !mayBeRepeated(pending)) {
                    outbox.change(pending, Delivery.NOT_CONFIRMED);
                }
            }
        }
    }

    private boolean mayBeRepeated(PlainOutbox.Pending pending) {
        return acknowledges && pending.isRepeatable() && isHarmless(pending);
    }

    private static boolean isHarmless(PlainOutbox.Pending pending) {
        return pending.sendings() < MOST_SENDINGS || pending.message().text().length() < LARGE;
    }

    void send(Message message) {
        PlainOutbox.Pending pending = outbox.add(message);
        if (context.isOpen()) {
            transmit(pending);
        }
    }

    /// Shows a message that cannot be sent.
    void refuse(Message message) {
        outbox.add(message);
    }

    /// Gives away what is not confirmed, as it is shown. What was on its way may have arrived.
    List<Message> surrender() {
        List<Message> messages = new ArrayList<>();
        for (PlainOutbox.Pending pending : outbox.all()) {
            if (pending.isSending() && pending.sendings() > 0) {
                outbox.change(pending, Delivery.NOT_CONFIRMED);
            }
            if (!(pending.message().delivery() instanceof Delivery.Delivered)) {
                messages.add(pending.message());
            }
            outbox.settle(pending);
        }
        return messages;
    }

    /// Takes one that is shown already, to be sent when the connection opens.
    void adopt(Message message) {
        outbox.adopt(message);
    }

    /// The own message whose echo this text is taken for.
    Optional<PlainOutbox.Pending> echoed(String text, String ownName) {
        return outbox.echoed(text, ownName);
    }

    /// The server has it, and `message` is all that is known of it.
    void confirm(PlainOutbox.Pending pending, Message message) {
        outbox.change(pending, message);
        outbox.settle(pending);
    }

    private void transmit(PlainOutbox.Pending pending) {
        if (arguments.isEmpty()) {
            return;
        }
        pending.sent(arguments.get() == MessageArguments.OFFSET);
        int sending = pending.sendings();
        String text = pending.message().text();
        switch (arguments.get()) {
            case TEXT -> context.say(Events.CHAT_MESSAGE, text);
            case NAME ->
                    context.say(Events.CHAT_MESSAGE, text, ownName.isEmpty() ? NO_NAME : ownName);
            case CALLBACK -> ask(pending, text);
            case OFFSET -> ask(pending, text, pending.id().value());
        }
        if (!acknowledges) {
            context.after(UNCONFIRMED_AFTER, () -> doubt(pending, sending));
        }
    }

    private void ask(PlainOutbox.Pending pending, Object... values) {
        context.emit(Events.CHAT_MESSAGE, values, answer -> acknowledged(pending, answer));
    }

    private void doubt(PlainOutbox.Pending pending, int sending) {
        if (pending.isSending() && pending.sendings() == sending && !acknowledges) {
            outbox.change(pending, Delivery.NOT_CONFIRMED);
        }
    }

    private void acknowledged(PlainOutbox.Pending pending, List<@Nullable Object> answer) {
        acknowledges = true;
        onAcknowledgement.run();
        if (outbox.find(pending.id()).isEmpty()) {
            return;
        }
        Optional<Refusal> refusal = Refusal.in(answer);
        if (refusal.isPresent()) {
            refused(pending, refusal.get());
        } else {
            outbox.change(pending, Delivery.DELIVERED);
            forgetWithoutEcho(pending);
        }
    }

    private void refused(PlainOutbox.Pending pending, Refusal refusal) {
        if (refusal.retryAfter().isEmpty()) {
            outbox.change(pending, new Delivery.Failed(refusal.code(), refusal.message()));
            return;
        }
        int sending = pending.sendings();
        context.after(
                refusal.retryAfter().get(),
                () -> {
                    boolean still = pending.isSending() && pending.sendings() == sending;
                    if (still && context.isOpen() && outbox.find(pending.id()).isPresent()) {
                        transmit(pending);
                    }
                });
    }

    private void forgetWithoutEcho(PlainOutbox.Pending pending) {
        context.after(
                ECHO_WITHIN,
                () -> {
                    if (context.isOpen()
                            && pending.message().delivery() instanceof Delivery.Delivered) {
                        outbox.settle(pending);
                    }
                });
    }

    void retry(EntryId id) {
        outbox.find(id).filter(PlainSending::isInPersonsHands).ifPresent(this::again);
    }

    private void again(PlainOutbox.Pending pending) {
        if (!isText(pending.message())) {
            HearthException why = Dialect.unsupported();
            outbox.change(pending, new Delivery.Failed(ErrorCode.told(why.code()), why.sentence()));
            return;
        }
        outbox.change(pending, Delivery.SENDING);
        if (context.isOpen()) {
            transmit(pending);
        }
    }

    /// Whether all of the message is its text, to everybody: another dialect may have handed over
    /// an answer, or a message of another room.
    private static boolean isText(Message message) {
        Message.Details details = message.details();
        return message.room().equals(RoomId.LOBBY)
                && details.replyTo().isEmpty()
                && details.files().isEmpty();
    }

    /// Should it have arrived all the same, it is shown like anything that arrives.
    void discard(EntryId id) {
        outbox.find(id).filter(PlainSending::isInPersonsHands).ifPresent(outbox::discard);
    }

    private static boolean isInPersonsHands(PlainOutbox.Pending pending) {
        return switch (pending.message().delivery()) {
            case Delivery.Failed _, Delivery.NotConfirmed _ -> true;
            case Delivery.Sending _, Delivery.Delivered _ -> false;
        };
    }
}
