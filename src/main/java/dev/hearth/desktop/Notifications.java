package dev.hearth.desktop;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardOldestPolicy;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notifications of the desktop, as the Desktop Notifications Specification of freedesktop.org has
/// them. The bus is looked for when the first is shown, on a thread of its own. Where there is no
/// bus, or nobody who shows notifications, nothing happens. Thread-safe.
public final class Notifications implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final int WAITING = 20;

    /// Some desktops never say that a notification is gone.
    private static final int MOST_REMEMBERED = 200;

    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final BusMessage.Method NOTIFY = method(NAME, PATH, NAME, "Notify");
    private static final BusMessage.Method CAPABILITIES =
            method(NAME, PATH, NAME, "GetCapabilities");
    private static final BusMessage.Method MATCH =
            method(
                    "org.freedesktop.DBus",
                    "/org/freedesktop/DBus",
                    "org.freedesktop.DBus",
                    "AddMatch");

    private final Optional<Path> socket;
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(
                    0,
                    1,
                    10,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(WAITING),
                    Thread.ofVirtual().name("hearth-notifications").factory(),
                    new DiscardOldestPolicy());
    private final Map<Integer, Runnable> clicks = new ConcurrentHashMap<>();
    private @Nullable BusConnection bus;

    /// @param socket of the bus; empty for none
    private Notifications(Optional<Path> socket) {
        this.socket = socket;
    }

    /// Through the session bus that `environment` names.
    public static Notifications of(Map<String, String> environment) {
        return new Notifications(BusAddress.socket(environment));
    }

    private static BusMessage.Method method(String to, String path, String type, String name) {
        return new BusMessage.Method(to, path, type, name);
    }

    /// Shows a notification, soon.
    ///
    /// @param title what it is about, in one line
    /// @param onClick runs on some thread when the person clicks it
    public void show(String title, String text, Runnable onClick) {
        if (socket.isPresent()) {
            worker.execute(() -> notify(socket.get(), title, text, onClick));
        }
    }

    private void notify(Path at, String title, String text, Runnable onClick) {
        try {
            BusConnection connection = connection(at);
            BusMessage can = connection.call(CAPABILITIES, "", new BusWriter());
            BusWriter body = body(title, text, readsMarkup(can.body()));
            BusMessage answer = connection.call(NOTIFY, "susssasa{sv}i", body);
            if (clicks.size() >= MOST_REMEMBERED) {
                clicks.clear();
            }
            clicks.put(answer.body().number(), onClick);
        } catch (IOException | BufferUnderflowException e) {
            LOG.debug("A notification is not shown", e);
        }
    }

    private synchronized BusConnection connection(Path at) throws IOException {
        @Nullable BusConnection known = bus;
        if (known != null && known.isOpen()) {
            return known;
        }
        clicks.clear();
        BusConnection fresh = BusConnection.open(at, this::heard);
        bus = fresh;
        BusWriter rule =
                new BusWriter().text("type='signal',interface='" + NAME + "',path='" + PATH + "'");
        fresh.call(MATCH, "s", rule);
        return fresh;
    }

    private static boolean readsMarkup(BusReader capabilities) {
        int length = capabilities.number();
        int end = capabilities.position() + length;
        boolean found = false;
        while (capabilities.position() < end) {
            found |= capabilities.text().equals("body-markup");
        }
        return found;
    }

    private static BusWriter body(String title, String text, boolean markup) {
        BusWriter actions = new BusWriter().text("default").text("");
        BusWriter hints = new BusWriter();
        hints.text("desktop-entry").signature("s").text("hearth").align(8);
        hints.text("category").signature("s").text("im.received").align(8);
        hints.text("suppress-sound").signature("b").number(1);
        return new BusWriter()
                .text("Hearth")
                .number(0)
                .text("hearth")
                .text(title)
                .text(markup ? escaped(text) : text)
                .array(4, actions)
                .array(8, hints)
                .number(-1);
    }

    /// What others write is text, whatever it looks like.
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void heard(BusMessage signal) {
        switch (signal.member()) {
            case "ActionInvoked" -> follow(signal.body().number());
            case "NotificationClosed" -> clicks.remove(signal.body().number());
            default -> {}
        }
    }

    private void follow(int id) {
        @Nullable Runnable click = clicks.remove(id);
        if (click != null) {
            click.run();
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
        synchronized (this) {
            if (bus != null) {
                bus.close();
            }
        }
    }
}
