package dev.hearth.client.outbox;

import dev.hearth.model.Command;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.protocol.Answers;
import dev.hearth.protocol.CommandCodec;
import dev.hearth.protocol.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hearth hosts (wire.md, rule 3): a command goes under an id, which the host does once, so that
/// sending it again does no harm. In each room one is on its way at a time.
public final class HostConfirmation implements ConfirmationPolicy {
    /// A host answers every command.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final ChatContext context;

    public HostConfirmation(ChatContext context) {
        this.context = context;
    }

    @Override
    public boolean oneAtATime() {
        return true;
    }

    @Override
    public Optional<HearthException> refusal(Command command) {
        return Optional.empty();
    }

    @Override
    public boolean send(Command command, Consumer<Answer> answered) {
        context.emit(
                CommandCodec.event(command),
                new Object[] {CommandCodec.fields(command)},
                answer -> answered.accept(read(command, answer)));
        return true;
    }

    private static Answer read(Command command, List<@Nullable Object> answer) {
        return Refusal.in(answer)
                .map(HostConfirmation::refused)
                .or(
                        () ->
                                Answers.ok(answer)
                                        .flatMap(Answers::readAccepted)
                                        .filter(
                                                it ->
                                                        command.room()
                                                                .map(it.room()::equals)
                                                                .orElse(true))
                                        .map(Answer.Done::new))
                .orElseGet(
                        () ->
                                new Answer.Refused(
                                        ErrorCode.REFUSED,
                                        "The host gave an answer that makes no sense."));
    }

    private static Answer refused(Refusal refusal) {
        Optional<Duration> wait =
                refusal.code() == ErrorCode.NOT_ENTERED
                        ? Optional.of(MOMENT)
                        : refusal.retryAfter();
        return wait.<Answer>map(Answer.Later::new)
                .orElseGet(() -> new Answer.Refused(refusal.code(), refusal.message()));
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public Silence silence() {
        return Silence.SEND_AGAIN;
    }

    @Override
    public boolean isRepeatable(Command command, int sendings, boolean known) {
        return true;
    }
}
