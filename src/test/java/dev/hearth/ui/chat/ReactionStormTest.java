package dev.hearth.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hearth.client.JoinRequest;
import dev.hearth.model.Message;
import dev.hearth.model.Message.Details;
import dev.hearth.model.PersonId;
import dev.hearth.ui.fakes.FakePreferences;
import dev.hearth.ui.fakes.FakeTimers;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.OnlyChat;
import dev.hearth.ui.fakes.PulseRobot;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.Sheets;
import dev.hearth.ui.kit.Toasts;
import dev.hearth.ui.notices.NoticeBoard;
import dev.hearth.ui.notices.NoticeTools;
import dev.hearth.ui.notices.QuietTime;
import dev.hearth.ui.notices.RoomWishes;
import dev.hearth.ui.notices.SystemNotices;
import dev.hearth.ui.text.EmojiLettering;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Somebody reacts thousands of times. What that costs a window is counted, not timed: listeners,
/// rows that are built, visits to the FX thread.
final class ReactionStormTest extends PulseRobot {
    private static final int CHANGES = 5_800;

    private final FakeWorld world = new FakeWorld();
    private final FakeTimers timers = new FakeTimers();
    private final AtomicInteger visits = new AtomicInteger();
    private final AtomicInteger pulses = new AtomicInteger();
    private final AtomicInteger rowsBuilt = new AtomicInteger();
    private SessionViewModel model;
    private ChatView view;
    private Stage stage;

    @BeforeEach
    void open() {
        model = onFx(this::model);
        view = onFx(() -> view(model));
        stage = onFx(() -> show(view));
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(work));
    }

    private SessionViewModel model() {
        Executor fx =
                task -> {
                    visits.incrementAndGet();
                    Platform.runLater(task);
                };
        var request = new JoinRequest(URI.create("http://10.0.0.7:3000"), "Mira");
        return new SessionViewModel(world, request, new FxContext(fx, timers, FakeWorld.CLOCK));
    }

    private ChatView view(SessionViewModel shown) {
        var server = URI.create("http://10.0.0.7:3000");
        var sharing = new Sharing(() -> List.of(server), Optional.empty(), Optional.empty());
        var preferences = FakePreferences.of("Mira");
        var notices =
                new NoticeTools(
                        new RoomWishes(preferences, "a chat"),
                        new QuietTime(preferences, FakeWorld.CLOCK),
                        SystemNotices.NONE,
                        new NoticeBoard(timers),
                        new OnlyChat());
        var tools =
                new ChatTools(
                        new Toasts(timers, new EmojiLettering()),
                        new Sheets(new EmojiLettering()),
                        _ -> CompletableFuture.completedStage(true),
                        new Region(),
                        notices,
                        Optional.empty());
        ChatView made = new ChatView(shown, new ReadOnlyStringWrapper("a chat"), sharing, tools);
        made.attach(new SimpleBooleanProperty(true));
        return made;
    }

    private static Stage show(ChatView view) {
        Stage fresh = new Stage();
        fresh.setX(0);
        fresh.setY(0);
        fresh.setScene(new Scene(view.node(), 900, 600));
        fresh.show();
        return fresh;
    }

    @AfterEach
    void close() {
        interact(
                () -> {
                    view.detach();
                    model.close();
                    stage.close();
                });
    }

    private Message hearSome() {
        for (int i = 0; i < 40; i++) {
            world.chat().said("Person " + i % 7, FakeWorld.NOW, "message " + i);
        }
        Message message = world.chat().said("Amina", FakeWorld.NOW, "the last");
        await().until(() -> lookup(".message-row").queryAll().size() > 5);
        settle();
        return message;
    }

    private void countRowsAndPulses() {
        interact(
                () -> {
                    Node row = lookup(".message-row").query();
                    row.getParent().getChildrenUnmodifiable().addListener(this::childrenChanged);
                    stage.getScene().addPostLayoutPulseListener(pulses::incrementAndGet);
                });
        visits.set(0);
    }

    private void childrenChanged(ListChangeListener.Change<? extends Node> change) {
        while (change.next()) {
            rowsBuilt.addAndGet(change.getAddedSize());
        }
    }

    private static Details reactions(int of) {
        Set<PersonId> people = new LinkedHashSet<>();
        IntStream.rangeClosed(0, of % 50).forEach(i -> people.add(new PersonId("p" + i)));
        return new Details(
                Optional.empty(), List.of(), Optional.empty(), false, Map.of("👍", people));
    }

    @Test
    void aStormOfReactionsAddsNoListenersAndBuildsOneRowPerPulse() throws Exception {
        Message message = hearSome();
        int before = Listeners.behind(model.room().timeline().items());
        countRowsAndPulses();
        for (int i = 0; i < CHANGES; i++) {
            world.chat().become(message, message.text(), reactions(i));
            if (i % 100 == 0) {
                drained();
                assertThat(Listeners.behind(model.room().timeline().items())).isEqualTo(before);
            }
        }
        drained();
        settle();
        // A row is removed and another added; the last pulse may come while it is counted.
        assertThat(rowsBuilt.get()).isLessThanOrEqualTo(pulses.get() + 2);
        assertThat(visits.get()).isLessThanOrEqualTo(CHANGES / 20);
        assertThat(shownReactions()).isEqualTo(String.valueOf((CHANGES - 1) % 50 + 1));
    }

    @Test
    void peopleWhoComeAndGoAddNoListeners() throws Exception {
        hearSome();
        int before = Listeners.behind(model.others());
        for (int i = 0; i < 200; i++) {
            world.chat().enter("Guest " + i);
            drained();
        }
        assertThat(Listeners.behind(model.others())).isEqualTo(before);
    }

    @Test
    void aViewThatIsDetachedLeavesNoListenerBehind() throws Exception {
        hearSome();
        interact(view::detach);
        assertThat(Listeners.of(model.others())).isZero();
        assertThat(Listeners.of(model.room().writing())).isZero();
        interact(() -> view.attach(new SimpleBooleanProperty(true)));
        int attached = Listeners.of(model.room().timeline().items());
        for (int i = 0; i < 3; i++) {
            interact(view::detach);
            interact(() -> view.attach(new SimpleBooleanProperty(true)));
        }
        assertThat(Listeners.of(model.room().timeline().items())).isEqualTo(attached);
    }

    private String shownReactions() {
        return lookup(".reaction").queryAllAs(Button.class).stream()
                .map(Button::getText)
                .collect(Collectors.joining());
    }

    /// Has the FX thread do what it was asked to before.
    private static void drained() throws InterruptedException {
        var done = new CountDownLatch(1);
        Platform.runLater(done::countDown);
        done.await();
    }
}
