package dev.hearth.client.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Command;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.HearthException;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// In which order messages go out, and whose echo a text is, on a server that takes many at a time.
final class OutboxOrderTest implements ChatContext, ConfirmationPolicy {
    private final List<String> sent = new ArrayList<>();
    private final List<Consumer<Answer>> answers = new ArrayList<>();
    private final Map<EntryId, Message> shown = new HashMap<>();
    private final Outbox outbox =
            new Outbox(this, OutboxDisk.NONE, this, () -> Person.UNKNOWN, (_, _) -> {});
    private boolean repeatable = true;

    @Override
    public void tell(Event event) {
        switch (event) {
            case Event.MessageAdded(Message message) -> shown.put(message.id(), message);
            case Event.MessageChanged(Message message) -> shown.put(message.id(), message);
            case Event other -> throw new AssertionError(other);
        }
    }

    @Override
    public void emit(String event, Object[] arguments, Consumer<List<@Nullable Object>> answered) {
        throw new AssertionError("the policy sends");
    }

    @Override
    public void say(String event, Object... arguments) {
        throw new AssertionError("the policy sends");
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        return () -> {};
    }

    @Override
    public Instant now() {
        return Instant.ofEpochMilli(1_000);
    }

    @Override
    public boolean oneAtATime() {
        return false;
    }

    @Override
    public Optional<HearthException> refusal(Command command) {
        return Optional.empty();
    }

    @Override
    public boolean send(Command command, Consumer<Answer> answered) {
        sent.add(((PostMessage) command).text());
        answers.add(answered);
        return true;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(20);
    }

    @Override
    public Silence silence() {
        return Silence.WAIT;
    }

    @Override
    public boolean isRepeatable(Command command, int sendings, boolean known) {
        return repeatable;
    }

    private EntryId write(String text) {
        EntryId id = EntryId.next(1_000);
        outbox.submit(new PostMessage(id, RoomId.LOBBY, text), null);
        return id;
    }

    private boolean isDelivered(EntryId id) {
        Message message = shown.get(id);
        return message != null && message.delivery() instanceof Delivery.Delivered;
    }

    private boolean hear(String text) {
        return outbox.echoed(RoomId.LOBBY, List.of(text), OptionalLong.empty());
    }

    @Test
    void whatACutLeftOpenGoesOutBeforeWhatWasWrittenSince() {
        outbox.open();
        write("one");
        write("two");
        outbox.cut();
        write("three");
        sent.clear();
        outbox.open();
        assertThat(sent).containsExactly("one", "two", "three");
    }

    @Test
    void whatTheServerWantsLaterKeepsItsPlaceOverACut() {
        outbox.open();
        write("one");
        write("two");
        answers.getFirst().accept(new Answer.Later(Duration.ofSeconds(5)));
        outbox.cut();
        sent.clear();
        outbox.open();
        assertThat(sent).containsExactly("one", "two");
    }

    @Test
    void whatFailedGoesOutLastWhenItIsTriedAgain() {
        outbox.open();
        EntryId first = write("one");
        answers.getFirst().accept(new Answer.Refused(ErrorCode.REFUSED, "The test says no."));
        outbox.cut();
        write("two");
        outbox.retry(first);
        sent.clear();
        outbox.open();
        assertThat(sent).containsExactly("two", "one");
    }

    @Test
    void anEchoIsOfTheOldestThatWasSentOnThisConnection() {
        repeatable = false;
        outbox.open();
        EntryId before = write("same");
        outbox.cut();
        outbox.open();
        EntryId second = write("same");
        EntryId third = write("same");
        assertThat(hear("same")).isTrue();
        assertThat(isDelivered(second)).isTrue();
        assertThat(hear("same")).isTrue();
        assertThat(isDelivered(third)).isTrue();
        assertThat(isDelivered(before)).isFalse();
        assertThat(hear("same")).isTrue();
        assertThat(isDelivered(before)).isTrue();
        assertThat(hear("same")).isFalse();
    }

    @Test
    void whatFailedHasNoEchoUntilItIsSentAgain() {
        outbox.open();
        EntryId id = write("text");
        answers.getFirst().accept(new Answer.Refused(ErrorCode.REFUSED, "The test says no."));
        assertThat(hear("text")).isFalse();
        outbox.retry(id);
        assertThat(hear("text")).isTrue();
        assertThat(isDelivered(id)).isTrue();
    }

    @Test
    void whatWasNotSentHasNoEcho() {
        write("text");
        assertThat(hear("text")).isFalse();
    }

    /// As many as a person might paste in a day; each echo is looked up among all that are open.
    @Test
    void manyGoOutOnceEachAndAreFoundByTheirEcho() {
        int many = 20_000;
        List<String> texts = IntStream.range(0, many).mapToObj(n -> "text " + n).toList();
        outbox.open();
        texts.forEach(this::write);
        assertThat(sent).isEqualTo(texts);
        assertThat(texts.reversed()).allMatch(this::hear);
        assertThat(shown.values())
                .hasSize(many)
                .allMatch(message -> message.delivery() instanceof Delivery.Delivered);
    }
}
