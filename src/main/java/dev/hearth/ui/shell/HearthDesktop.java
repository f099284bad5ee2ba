package dev.hearth.ui.shell;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The program with a window, as JavaFX starts it.
///
/// `HearthDesktop.run(parts, new OpeningWish.Start())` opens the window and returns when it was
/// closed, with everything the window had opened (joined chat, hosted chat) closed as well. Once
/// per JVM. It throws what JavaFX throws where there is no display
/// (`UnsupportedOperationException`), so find out before.
public final class HearthDesktop extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(HearthDesktop.class);
    private static final long STOP_SECONDS = 5;

    /// JavaFX makes the instance itself, so what it needs waits here; set once, before the launch.
    private static volatile @Nullable Launch launch;

    private record Launch(WindowParts parts, OpeningWish wish, Visits visits) {}

    public static void run(WindowParts parts, OpeningWish wish) {
        run(parts, wish, Visits.NONE);
    }

    /// @param visits what is asked of the window later
    public static void run(WindowParts parts, OpeningWish wish, Visits visits) {
        launch = new Launch(parts, wish, visits);
        Application.launch(HearthDesktop.class);
    }

    private @Nullable HearthWindow window;

    @Override
    public void start(Stage stage) {
        Launch given = requireNonNull(launch, "start it with HearthDesktop.run");
        var opened = new HearthWindow(stage, given.parts(), SystemBrowser.ofThisSystem());
        window = opened;
        opened.open(given.wish());
        // A hidden window is not the end.
        Platform.setImplicitExit(false);
        opened.receive(given.visits(), Platform::exit);
    }

    @Override
    public void stop() throws InterruptedException {
        if (window == null) {
            return;
        }
        try {
            window.close().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the host did not stop cleanly", e);
        }
    }
}
