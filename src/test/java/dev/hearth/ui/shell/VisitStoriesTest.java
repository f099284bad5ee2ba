package dev.hearth.ui.shell;

import static java.util.Objects.requireNonNull;
import static javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.WindowTest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Somebody starts Hearth again while its window is open.
final class VisitStoriesTest extends WindowTest {
    private final AtomicReference<@Nullable Consumer<OpeningWish>> visits = new AtomicReference<>();

    private void visit(OpeningWish wish) {
        interact(() -> window().visit(wish));
        settle();
    }

    private static OpeningWish to(String address) {
        return new OpeningWish.Join(address, Optional.empty());
    }

    @Test
    void aLinkIsFollowedFromTheStartScreen() {
        open();
        visit(to("http://10.0.0.7:3000"));
        assertThat(isShown("#chat")).isTrue();
        assertThat(world.chat().request().place()).isEqualTo("10.0.0.7:3000");
    }

    @Test
    void aMinimizedWindowComesForward() {
        open();
        interact(() -> stage().setIconified(true));
        visit(new OpeningWish.Start());
        assertThat(stage().isIconified()).isFalse();
        assertThat(world.chats()).isEmpty();
    }

    @Test
    void aLinkOpensOneMoreChat() {
        open();
        visit(to("http://10.0.0.7:3000"));
        visit(to("http://10.0.0.8:3000"));
        assertThat(isShown("#sheet")).isFalse();
        assertThat(world.chats()).hasSize(2);
        assertThat(world.chats().getFirst().calls()).doesNotContain("close");
        assertThat(stage().getTitle()).contains("10.0.0.8:3000");
        assertThat(isShown("#open-chat-1")).isTrue();
        assertThat(isShown("#open-chat-2")).isTrue();
    }

    @Test
    void aLinkToAChatThatIsOpenBringsItForward() {
        open();
        visit(to("http://10.0.0.7:3000"));
        visit(to("http://10.0.0.8:3000"));
        visit(to("hearth://10.0.0.7"));
        assertThat(world.chats()).hasSize(2);
        assertThat(stage().getTitle()).contains("10.0.0.7:3000");
    }

    @Test
    void aLinkThatLeadsNowhereIsExplainedWhileTheChatGoesOn() {
        open();
        visit(to("http://10.0.0.7:3000"));
        visit(to("http://a b"));
        assertThat(isShown("#start")).isTrue();
        assertThat(reads("is not an address")).isTrue();
        type(KeyCode.ESCAPE);
        assertThat(stage().getTitle()).contains("10.0.0.7:3000");
        assertThat(world.chat().calls()).doesNotContain("close");
    }

    @Test
    void theChatThatIsOpenIsNotJoinedAgain() {
        open();
        clickOn("#host");
        assertThat(isShown("#chat")).isTrue();
        visit(to("http://192.168.1.20:3000"));
        assertThat(isShown("#sheet")).isFalse();
        assertThat(world.chats()).hasSize(1);
    }

    private void host() {
        open();
        interact(() -> window().receive(visits::set, () -> {}));
        clickOn("#host");
    }

    private void closeByTheFrame() {
        interact(() -> stage().fireEvent(new WindowEvent(stage(), WINDOW_CLOSE_REQUEST)));
        settle();
    }

    @Test
    void aHostedChatGoesOnWithoutItsWindowUntilThatComesBack() {
        host();
        closeByTheFrame();
        assertThat(reads("Start Hearth again to come back to it.")).isTrue();
        screenshot(
                "closing-question", check -> check.shows("Cancel", "Stop hosting", "Keep hosting"));
        type(KeyCode.ENTER);
        assertThat(stage().isShowing()).isFalse();
        assertThat(world.hosts().getLast().isStopped()).isFalse();
        interact(() -> world.chat().said("Amina", FakeWorld.NOW, "@Mira are you there?"));
        assertThat(systemNotices.shown()).containsExactly("Amina in #lobby: @Mira are you there?");
        interact(() -> requireNonNull(visits.get()).accept(new OpeningWish.Start()));
        settle();
        assertThat(stage().isShowing()).isTrue();
        assertThat(isShown("#chat")).isTrue();
        assertThat(reads("Keep your chat open?")).isFalse();
    }

    @Test
    void aHostedChatEndsWithItsWindowWhenThatIsWished() {
        host();
        closeByTheFrame();
        type(KeyCode.ESCAPE);
        assertThat(stage().isShowing()).isTrue();
        closeByTheFrame();
        clickOn("#end-hosting");
        assertThat(stage().isShowing()).isFalse();
        assertThat(world.hosts().getLast().isStopped()).isTrue();
    }

    @Test
    void aJoinedChatIsLeftWithItsWindow() {
        open();
        interact(() -> window().receive(visits::set, () -> {}));
        visit(to("http://10.0.0.7:3000"));
        closeByTheFrame();
        assertThat(stage().isShowing()).isFalse();
        assertThat(world.chat().calls()).contains("close");
    }

    @Test
    void withoutAWayBackAHostedChatEndsWithItsWindow() {
        open();
        clickOn("#host");
        closeByTheFrame();
        assertThat(stage().isShowing()).isFalse();
        assertThat(world.hosts().getLast().isStopped()).isTrue();
    }
}
