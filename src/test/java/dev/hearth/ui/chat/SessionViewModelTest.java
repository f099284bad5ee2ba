package dev.hearth.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeTimers;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.timeline.Item;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

final class SessionViewModelTest {
    private final FakeWorld world = new FakeWorld();
    private final FakeTimers time = new FakeTimers();
    private final Queue<Runnable> fx = new ArrayDeque<>();
    private final SessionViewModel model =
            new SessionViewModel(
                    world,
                    new JoinRequest(URI.create("http://h:1"), "Mira"),
                    new FxContext(fx::add, time, time));
    private final FakeChat chat = world.chat();

    private void runFx() {
        for (Runnable next = fx.poll(); next != null; next = fx.poll()) {
            next.run();
        }
    }

    private List<String> texts() {
        return messages().stream().map(Message::text).toList();
    }

    private List<Message> messages() {
        return model.room().timeline().items().stream()
                .flatMap(
                        item ->
                                item instanceof Item.Said(Message message)
                                        ? Stream.of(message)
                                        : Stream.empty())
                .toList();
    }

    @Test
    void aBurstIsOneChangeOfTheList() {
        var changes = new ArrayList<Integer>();
        model.room()
                .timeline()
                .items()
                .addListener(
                        (ListChangeListener<Item>)
                                change -> {
                                    while (change.next()) {
                                        changes.add(change.getAddedSize());
                                    }
                                });
        for (int i = 0; i < 500; i++) {
            chat.hear("Amina", FakeWorld.NOW, "message " + i);
        }
        runFx();
        assertThat(changes).containsExactly(500);
    }

    @Test
    void whatChangesWithinABurstIsAddedAsItEndsUp() {
        Message sent = chat.own(FakeWorld.NOW, "one", Delivery.SENDING);
        chat.change(sent, Delivery.DELIVERED);
        Message gone = chat.own(FakeWorld.NOW, "two", Delivery.SENDING);
        chat.tell(new Event.MessageRemoved(gone.id()));
        chat.own(FakeWorld.NOW, "three", Delivery.SENDING);
        runFx();
        assertThat(texts()).containsExactly("one", "three");
        assertThat(messages().getFirst().delivery()).isEqualTo(Delivery.DELIVERED);
    }

    @Test
    void changesKeepTheirPlace() {
        Message first = chat.own(FakeWorld.NOW, "first", Delivery.SENDING);
        chat.hear("Amina", FakeWorld.NOW, "second");
        runFx();
        chat.change(first, Delivery.NOT_CONFIRMED);
        runFx();
        assertThat(texts()).containsExactly("first", "second");
        assertThat(messages().getFirst().delivery()).isEqualTo(Delivery.NOT_CONFIRMED);
    }

    @Test
    void countsWhatOthersSayWhileNobodyLooks() {
        chat.hear("Amina", FakeWorld.NOW, "hello");
        chat.own(FakeWorld.NOW, "mine", Delivery.DELIVERED);
        runFx();
        assertThat(model.unreadProperty().get()).isOne();
        model.attentiveProperty().set(true);
        assertThat(model.unreadProperty().get()).isZero();
        chat.hear("Amina", FakeWorld.NOW, "again");
        runFx();
        assertThat(model.unreadProperty().get()).isZero();
    }

    @Test
    void knowsWhoWroteAndNeitherOneselfNorStrangers() {
        chat.hear("Amina", FakeWorld.NOW, "hello");
        chat.hear("", FakeWorld.NOW, "who am I");
        chat.own(FakeWorld.NOW, "mine", Delivery.DELIVERED);
        chat.hear("Omar", FakeWorld.NOW, "hello");
        chat.hear("Amina", FakeWorld.NOW, "again");
        runFx();
        assertThat(model.others())
                .extracting(here -> here.person().name())
                .containsExactly("Amina", "Omar");
    }

    @Test
    void countsDownToTheNextTry() {
        chat.become(new ConnectionState.Offline(FakeWorld.NOW.plusSeconds(3), "cut"));
        runFx();
        assertThat(model.secondsToNextTryProperty().get()).isEqualTo(3);
        time.pass(Duration.ofMillis(1_250));
        assertThat(model.secondsToNextTryProperty().get()).isEqualTo(2);
        time.pass(Duration.ofSeconds(5));
        assertThat(model.secondsToNextTryProperty().get()).isZero();
        chat.goOnline();
        runFx();
        assertThat(time.waiting()).isZero();
    }

    @Test
    void whatIsToldBeforeTheServerAnswersWasKept() {
        world.onJoin(joined -> {});
        var joining =
                new SessionViewModel(world, chat.request(), new FxContext(fx::add, time, time));
        world.chat().become(new ConnectionState.Connecting(1));
        runFx();
        assertThat(joining.hasKept()).isFalse();
        world.chat().hear("Amina", FakeWorld.NOW, "hello");
        world.chat().become(new ConnectionState.Offline(FakeWorld.NOW.plusSeconds(3), "away"));
        runFx();
        assertThat(joining.hasKept()).isTrue();
    }

    @Test
    void whatTheServerTellsWasNotKept() {
        chat.goOnline();
        chat.enter("Amina");
        chat.hear("Amina", FakeWorld.NOW, "hello");
        runFx();
        assertThat(model.hasKept()).isFalse();
    }

    @Test
    void sendsWhatIsWrittenAndEmptiesTheField() {
        model.room().composer().textProperty().set("\n\n  indented\nline \n");
        assertThat(model.room().composer().send()).isTrue();
        assertThat(chat.calls()).containsExactly("send   indented\nline");
        assertThat(model.room().composer().textProperty().get()).isEmpty();
    }

    @Test
    void closingLeavesAndFallsSilent() {
        model.close();
        chat.hear("Amina", FakeWorld.NOW, "late");
        runFx();
        assertThat(messages()).isEmpty();
        assertThat(chat.calls()).containsExactly("close");
    }
}
