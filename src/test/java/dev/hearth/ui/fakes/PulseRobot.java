package dev.hearth.ui.fakes;

import com.sun.javafx.tk.Toolkit;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.geometry.HorizontalDirection;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.robot.BaseRobot;
import org.testfx.robot.ClickRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.Motion;
import org.testfx.robot.MouseRobot;
import org.testfx.robot.MoveRobot;
import org.testfx.robot.ScrollRobot;
import org.testfx.robot.SleepRobot;
import org.testfx.robot.TypeRobot;
import org.testfx.robot.impl.BaseRobotImpl;
import org.testfx.robot.impl.ClickRobotImpl;
import org.testfx.robot.impl.KeyboardRobotImpl;
import org.testfx.robot.impl.MouseRobotImpl;
import org.testfx.robot.impl.ScrollRobotImpl;
import org.testfx.robot.impl.TypeRobotImpl;
import org.testfx.service.query.NodeQuery;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

/// A TestFX robot that fires pulses in place of sleeping. TestFX sleeps at least 50 ms after each
/// key and each step of the mouse, moves the mouse along a path, and has no setting for either.
/// This robot moves the mouse directly, and after each gesture makes the FX thread lay out and draw
/// twice: the first pulse shows what the gesture changed, the second what that layout asked for
/// with `runLater`. A notch of the wheel is a gesture, as in life.
///
/// The methods overridden here are those that the others of TestFX's interface lead to.
public class PulseRobot extends FxRobot {
    private static final int PULSES = 2;

    private final BaseRobot base = new BaseRobotImpl();
    private final SleepRobot awake = new Awake();
    private final MouseRobot mouse = new Mouse(base);
    private final MoveRobot moves = new DirectMoves(mouse);
    private final ClickRobot clicks = new ClickRobotImpl(mouse, moves, awake);
    private final ScrollRobot wheel = new ScrollRobotImpl(mouse);
    private final KeyboardRobot keyboard = new Keyboard(base);
    private final TypeRobot keys = new TypeRobotImpl(keyboard, awake);

    /// TestFX's own extension sets its toolkit up and down around each test, which takes half a
    /// second of waiting; once is enough for all tests.
    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    @AfterEach
    final void letGoOfKeysAndButtons() {
        release(new KeyCode[0]);
        release(new MouseButton[0]);
    }

    /// Returns when the FX thread has taken what was sent to it, and has drawn twice.
    protected static final void settle() {
        for (int i = 0; i < PULSES; i++) {
            WaitForAsyncUtils.waitFor(
                    WaitForAsyncUtils.asyncFx(() -> Toolkit.getToolkit().firePulse()));
        }
        flush();
    }

    /// Looks on the FX thread, where nothing changes meanwhile.
    @Override
    public final NodeQuery lookup(String query) {
        return FxQuery.of(super.lookup(query));
    }

    @Override
    public final <T extends Node> NodeQuery lookup(Matcher<T> matcher) {
        return FxQuery.of(super.lookup(matcher));
    }

    @Override
    public final <T extends Node> NodeQuery lookup(Predicate<T> predicate) {
        return FxQuery.of(super.lookup(predicate));
    }

    @Override
    public final FxRobot interact(Runnable action) {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(action));
        settle();
        return this;
    }

    @Override
    public final <T> FxRobot interact(Callable<T> action) {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(action));
        settle();
        return this;
    }

    @Override
    public final FxRobot clickOn(MouseButton... buttons) {
        return then(() -> clicks.clickOn(buttons));
    }

    @Override
    public final FxRobot clickOn(PointQuery point, Motion motion, MouseButton... buttons) {
        return then(() -> clicks.clickOn(point, motion, buttons));
    }

    @Override
    public final FxRobot doubleClickOn(PointQuery point, Motion motion, MouseButton... buttons) {
        return then(() -> clicks.doubleClickOn(point, motion, buttons));
    }

    @Override
    public final FxRobot moveTo(PointQuery point, Motion motion) {
        return then(() -> moves.moveTo(point, motion));
    }

    @Override
    public final FxRobot press(MouseButton... buttons) {
        return then(() -> mouse.press(buttons));
    }

    @Override
    public final FxRobot release(MouseButton... buttons) {
        return then(() -> mouse.release(buttons));
    }

    @Override
    public final FxRobot press(KeyCode... codes) {
        return then(() -> keyboard.press(codes));
    }

    @Override
    public final FxRobot release(KeyCode... codes) {
        return then(() -> keyboard.release(codes));
    }

    @Override
    public final FxRobot scroll(int amount, VerticalDirection direction) {
        return then(() -> wheel.scroll(amount, direction));
    }

    @Override
    public final FxRobot scroll(int amount, HorizontalDirection direction) {
        return then(() -> wheel.scroll(amount, direction));
    }

    @Override
    public final FxRobot type(KeyCode... codes) {
        return then(() -> keys.type(codes));
    }

    @Override
    public final FxRobot type(KeyCode code, int times) {
        return then(() -> keys.type(code, times));
    }

    @Override
    public final FxRobot push(KeyCode... combination) {
        return then(() -> keys.push(combination));
    }

    @Override
    public final FxRobot push(KeyCodeCombination combination) {
        return then(() -> keys.push(combination));
    }

    @Override
    public final FxRobot write(String text) {
        return then(() -> text.chars().forEach(character -> writeOne((char) character)));
    }

    private void writeOne(char character) {
        Scene scene = robotContext().getWindowFinder().window(Window::isFocused).getScene();
        KeyCode code =
                switch (character) {
                    case '\n' -> KeyCode.ENTER;
                    case '\t' -> KeyCode.TAB;
                    default -> KeyCode.UNDEFINED;
                };
        base.typeKeyboard(scene, code, String.valueOf(character));
        flush();
    }

    private FxRobot then(Runnable gesture) {
        gesture.run();
        settle();
        return this;
    }

    /// Lets the FX thread take what was sent to it.
    private static void flush() {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(() -> {}));
    }

    private static final class Awake implements SleepRobot {
        @Override
        public void sleep(long milliseconds) {}

        @Override
        public void sleep(long duration, TimeUnit unit) {}
    }

    private record DirectMoves(MouseRobot mouse) implements MoveRobot {
        @Override
        public void moveTo(PointQuery point, Motion motion) {
            settle();
            mouse.move(point.query());
        }

        @Override
        public void moveBy(double x, double y, Motion motion) {
            throw new UnsupportedOperationException("no test needs it");
        }
    }

    private static final class Mouse extends MouseRobotImpl {
        Mouse(BaseRobot base) {
            super(base);
        }

        @Override
        public void press(MouseButton... buttons) {
            pressNoWait(buttons);
            flush();
        }

        @Override
        public void release(MouseButton... buttons) {
            releaseNoWait(buttons);
            flush();
        }

        @Override
        public void move(Point2D to) {
            moveNoWait(to);
            flush();
        }

        @Override
        public void scroll(int amount) {
            scrollNoWait(amount);
            settle();
        }
    }

    private static final class Keyboard extends KeyboardRobotImpl {
        Keyboard(BaseRobot base) {
            super(base);
        }

        @Override
        public void press(KeyCode... codes) {
            pressNoWait(codes);
            flush();
        }

        @Override
        public void release(KeyCode... codes) {
            releaseNoWait(codes);
            flush();
        }
    }
}
