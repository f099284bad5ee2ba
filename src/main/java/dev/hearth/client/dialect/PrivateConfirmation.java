package dev.hearth.client.dialect;

import dev.hearth.client.outbox.ConfirmationPolicy;
import dev.hearth.model.Command;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Servers of the private messaging example: they say nothing to the author of a message, know none
/// again, and have no room for all. Confined to the chat's loop.
final class PrivateConfirmation implements ConfirmationPolicy {
    static final String EVENT = "private message";
    private static final Duration UNCONFIRMED_AFTER = Duration.ofSeconds(20);

    private final DialectContext context;
    private final HeldConnection held;
    private final Consumer<PostMessage> arrived;

    /// @param arrived told of each message that counts as there
    PrivateConfirmation(DialectContext context, Consumer<PostMessage> arrived) {
        this.context = context;
        this.arrived = arrived;
        held = new HeldConnection(context);
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
        return command.room().flatMap(PrivateUser::of).isPresent()
                ? TextOnly.refusal(command)
                : Optional.of(
                        new HearthException(
                                ErrorCode.UNSUPPORTED,
                                "On this server people write to each other: choose to whom (--to"
                                        + " NAME)."));
    }

    @Override
    public boolean send(Command command, Consumer<Answer> answered) {
        if (!(command instanceof PostMessage post)) {
            throw new IllegalArgumentException("not a message: " + command);
        }
        String to = PrivateUser.of(post.in()).orElseThrow();
        context.say(EVENT, Map.of("content", post.text(), "to", to));
        held.confirm(
                answer -> {
                    arrived.accept(post);
                    answered.accept(answer);
                });
        return false;
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
