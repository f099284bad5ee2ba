package dev.hearth.client.dialect;

import dev.hearth.client.MessageArguments;
import dev.hearth.client.outbox.ConfirmationPolicy;
import dev.hearth.model.Command;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.HearthException;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.Events;
import dev.hearth.protocol.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The servers of the namespace `/`.
///
/// A server that takes a uuid and acknowledges stores each uuid once: a message that a cut left
/// open is sent again under the same uuid. On any other server the person decides about a message
/// that was cut off before its echo or acknowledgement, because sending it again could double it.
/// Confined to the chat's loop.
final class PlainConfirmation implements ConfirmationPolicy {
    /// How long a message without any sign of the server counts as on its way.
    private static final Duration UNCONFIRMED_AFTER = Duration.ofSeconds(20);

    private static final Duration ECHO_WITHIN = Duration.ofSeconds(10);

    /// A large message that was cut off this often may be what the server closes the connection
    /// for.
    private static final int MOST_SENDINGS = 5;

    private static final int LARGE = 30_000;

    /// The name that servers get that want one, from a person without a name.
    private static final String NO_NAME = "guest";

    private final DialectContext context;
    private final String ownName;
    private final Runnable onAcknowledgement;
    private boolean acknowledges;
    private Optional<MessageArguments> arguments = Optional.empty();

    /// @param ownName empty for a person without a name
    /// @param onAcknowledgement is run with each acknowledgement
    PlainConfirmation(DialectContext context, String ownName, Runnable onAcknowledgement) {
        this.context = context;
        this.ownName = ownName;
        this.onAcknowledgement = onAcknowledgement;
    }

    /// What a message consists of is open again.
    void undecide() {
        arguments = Optional.empty();
    }

    /// What the messages that are sent from now on consist of.
    void decide(MessageArguments decided) {
        arguments = Optional.of(decided);
    }

    /// Whether it is known what a message consists of: until then all of them wait.
    boolean isDecided() {
        return arguments.isPresent();
    }

    /// What this person may have written when the server tells `heard`. Some servers put the
    /// author's name before it.
    List<String> ownTexts(String heard) {
        String named = ownName + ": ";
        return ownName.isEmpty() || !heard.startsWith(named)
                ? List.of(heard)
                : List.of(heard, heard.substring(named.length()));
    }

    @Override
    public boolean oneAtATime() {
        return false;
    }

    /// These servers know no other room, and nothing but text.
    @Override
    public Optional<HearthException> refusal(Command command) {
        return command.room().filter(RoomId.LOBBY::equals).isPresent()
                ? TextOnly.refusal(command)
                : Optional.of(Dialect.unsupported());
    }

    @Override
    public boolean send(Command command, Consumer<Answer> answered) {
        if (!(command instanceof PostMessage(var id, var _, String text, var _, var _))) {
            throw new IllegalArgumentException("not a message: " + command);
        }
        MessageArguments now = arguments.orElseThrow();
        switch (now) {
            case TEXT -> context.say(Events.CHAT_MESSAGE, text);
            case NAME ->
                    context.say(Events.CHAT_MESSAGE, text, ownName.isEmpty() ? NO_NAME : ownName);
            case CALLBACK -> ask(answered, text);
            case OFFSET -> ask(answered, text, id.value());
        }
        return now == MessageArguments.OFFSET;
    }

    private void ask(Consumer<Answer> answered, Object... values) {
        context.emit(
                Events.CHAT_MESSAGE,
                values,
                answer -> {
                    acknowledges = true;
                    onAcknowledgement.run();
                    answered.accept(read(answer));
                });
    }

    private static Answer read(List<@Nullable Object> answer) {
        return Refusal.in(answer)
                .map(PlainConfirmation::refused)
                .orElseGet(() -> new Answer.Received(ECHO_WITHIN));
    }

    private static Answer refused(Refusal refusal) {
        return refusal.retryAfter()
                .<Answer>map(Answer.Later::new)
                .orElseGet(() -> new Answer.Refused(refusal.code(), refusal.message()));
    }

    @Override
    public Duration patience() {
        return UNCONFIRMED_AFTER;
    }

    @Override
    public Silence silence() {
        return acknowledges ? Silence.WAIT : Silence.DOUBT;
    }

    @Override
    public boolean isRepeatable(Command command, int sendings, boolean known) {
        boolean harmless =
                sendings < MOST_SENDINGS
                        || !(command instanceof PostMessage post)
                        || post.text().length() < LARGE;
        return acknowledges && known && harmless;
    }
}
