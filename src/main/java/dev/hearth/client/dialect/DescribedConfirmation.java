package dev.hearth.client.dialect;

import dev.hearth.client.outbox.ConfirmationPolicy;
import dev.hearth.model.Capabilities.Confirmation;
import dev.hearth.model.Command;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.HearthException;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.Description.Call;
import dev.hearth.protocol.Refusal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Servers that are described: none of them knows a message again, so none is sent twice by itself.
///
/// Confined to the chat's loop.
final class DescribedConfirmation implements ConfirmationPolicy {
    private static final Duration UNCONFIRMED_AFTER = Duration.ofSeconds(20);
    private static final Duration ECHO_WITHIN = Duration.ofSeconds(10);

    private final DialectContext context;
    private final HeldConnection held;
    private final Call say;
    private final boolean echo;
    private final Map<String, String> values;

    /// @param values what the placeholders of a person stand for
    DescribedConfirmation(
            DialectContext context, Call say, boolean echo, Map<String, String> values) {
        this.context = context;
        held = new HeldConnection(context);
        this.say = say;
        this.echo = echo;
        this.values = values;
    }

    /// How the server confirms.
    Confirmation confirms() {
        return say.ack()
                ? Confirmation.ACKNOWLEDGEMENT
                : echo ? Confirmation.ECHO : Confirmation.NOTHING;
    }

    void cut() {
        held.cut();
    }

    @Override
    public boolean oneAtATime() {
        return false;
    }

    @Override
    public Optional<HearthException> refusal(Command command) {
        return command.room().filter(RoomId.LOBBY::equals).isPresent()
                ? TextOnly.refusal(command)
                : Optional.of(Dialect.unsupported());
    }

    @Override
    public boolean send(Command command, Consumer<Answer> answered) {
        if (!(command instanceof PostMessage post)) {
            throw new IllegalArgumentException("not a message: " + command);
        }
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("text", post.text());
        all.put("id", post.id().value());
        Object[] arguments = Template.fill(say.send(), all);
        if (say.ack()) {
            context.emit(say.event(), arguments, answer -> answered.accept(read(answer)));
        } else {
            context.say(say.event(), arguments);
            if (!echo) {
                held.confirm(answered);
            }
        }
        return false;
    }

    private Answer read(List<@Nullable Object> answer) {
        return Refusal.in(answer)
                .<Answer>map(it -> new Answer.Refused(it.code(), it.message()))
                .orElseGet(() -> new Answer.Received(echo ? ECHO_WITHIN : Duration.ZERO));
    }

    @Override
    public Duration patience() {
        return UNCONFIRMED_AFTER;
    }

    @Override
    public Silence silence() {
        return Silence.DOUBT;
    }

    @Override
    public boolean isRepeatable(Command command, int sendings, boolean known) {
        return false;
    }
}
