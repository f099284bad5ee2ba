package dev.hearth.app;

import dev.hearth.net.Neighbourhood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/// What the build runs once to make the cache of classes that Hearth starts from (JEP 514): the
/// program as people use it in their first minute, on a folder of its own and on loopback, without
/// a display. A chat is hosted and written in, then left for the start screen. Ends within
/// [#PATIENCE].
final class LaunchTraining {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);

    private LaunchTraining() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Files.createTempDirectory("hearth-training");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(data)));
        Thread user = new Thread(LaunchTraining::use, "hearth-training");
        user.setDaemon(true);
        user.start();
        Main.run(
                new String[] {
                    "host",
                    "--bind",
                    "127.0.0.1",
                    "--port",
                    "0",
                    "--name",
                    "Ana",
                    "--data",
                    data.toString()
                },
                Neighbourhood.NONE);
    }

    private static void use() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            await(end, scene -> Optional.ofNullable(scene.lookup("#composer")));
            onFx(end, scene -> write(scene, "Hello **world** 🔥 https://example.org"));
            await(end, scene -> Optional.ofNullable(scene.lookup(".message-text")));
            onFx(end, scene -> press(scene, KeyCode.W, true));
            await(end, scene -> Optional.ofNullable(scene.lookup("#host")));
            pulses(end);
            Platform.exit();
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            System.err.println("hearth: the launch was not gone through to its end: " + e);
            Runtime.getRuntime().halt(1);
        }
    }

    private static boolean write(Scene scene, String text) {
        if (scene.lookup("#composer") instanceof TextInputControl input) {
            input.requestFocus();
            input.setText(text);
            input.fireEvent(key(KeyCode.ENTER, false));
        }
        return true;
    }

    private static boolean press(Scene scene, KeyCode key, boolean control) {
        scene.getRoot().fireEvent(key(key, control));
        return true;
    }

    private static KeyEvent key(KeyCode key, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false);
    }

    private static void await(long end, Function<Scene, Optional<?>> wanted)
            throws InterruptedException, ExecutionException, TimeoutException {
        while (!onFx(end, scene -> wanted.apply(scene).isPresent())) {
            Thread.sleep(LOOK);
        }
    }

    /// Lets the window paint.
    private static void pulses(long end)
            throws InterruptedException, ExecutionException, TimeoutException {
        CountDownLatch painted = new CountDownLatch(10);
        onFx(
                end,
                scene -> {
                    scene.addPostLayoutPulseListener(painted::countDown);
                    scene.addPostLayoutPulseListener(Platform::requestNextPulse);
                    Platform.requestNextPulse();
                    return true;
                });
        if (!painted.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException("no pulses");
        }
    }

    /// What `step` says of the window's scene; false while there is none.
    private static boolean onFx(long end, Function<Scene, Boolean> step)
            throws InterruptedException, ExecutionException, TimeoutException {
        FutureTask<Boolean> task = new FutureTask<>(() -> scene().map(step).orElse(false));
        try {
            Platform.runLater(task);
        } catch (IllegalStateException notYet) {
            // The toolkit starts with the window.
            if (System.nanoTime() > end) {
                throw notYet;
            }
            return false;
        }
        return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private static Optional<Scene> scene() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .filter(Window::isShowing)
                .map(Window::getScene)
                .findFirst();
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("hearth: " + folder + " stays: " + e.getMessage());
        }
    }
}
