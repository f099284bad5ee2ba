package dev.hearth.desktop;

import dev.hearth.desktop.NotificationService.ActionInvoked;
import dev.hearth.desktop.NotificationService.NotificationClosed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardOldestPolicy;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notifications of the desktop, and the number on the icon of the program, by D-Bus. The bus is
/// looked for when the first is shown, on a thread of its own. Where there is no bus, or nobody who
/// shows notifications, nothing happens. Thread-safe.
public final class Notifications implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final int WAITING = 20;

    /// Some desktops never say that a notification is gone.
    private static final int MOST_REMEMBERED = 200;

    private static final UInt32 NONE = new UInt32(0);
    private static final List<String> CLICK = List.of("default", "");

    /// The name of a sound in the Sound Naming Specification (freedesktop.org).
    private static final String SOUND = "message-new-instant";

    private final Optional<String> address;
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(
                    0,
                    1,
                    10,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(WAITING),
                    Thread.ofVirtual().name("hearth-notifications").factory(),
                    new DiscardOldestPolicy());

    /// Of numbers for the icon only the latest counts, and a burst of them must not push
    /// notifications out of their queue.
    private final ThreadPoolExecutor badges =
            new ThreadPoolExecutor(
                    0,
                    1,
                    10,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(1),
                    Thread.ofVirtual().name("hearth-badge").factory(),
                    new DiscardOldestPolicy());

    private final Map<UInt32, Runnable> clicks = new ConcurrentHashMap<>();
    private @Nullable DBusConnection bus;

    /// @param address of the bus; empty for none
    private Notifications(Optional<String> address) {
        this.address = address;
    }

    /// Through the session bus that `environment` names.
    public static Notifications of(Map<String, String> environment) {
        return new Notifications(address(environment));
    }

    /// Where the session bus listens; empty where Java cannot reach it, at an abstract socket say.
    static Optional<String> address(Map<String, String> environment) {
        @Nullable String given = environment.get("DBUS_SESSION_BUS_ADDRESS");
        if (given != null) {
            return Arrays.stream(given.split(";"))
                    .filter(each -> each.startsWith("unix:") && each.contains("path="))
                    .findFirst();
        }
        // Where systemd has it; without the variable other programs look there as well.
        return Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                .map(folder -> Path.of(folder, "bus"))
                .filter(Files::exists)
                .map(socket -> "unix:path=" + socket);
    }

    /// Shows a notification, soon.
    ///
    /// @param title what it is about, in one line
    /// @param sound whether the desktop may play its sound for messages
    /// @param onClick runs on some thread when the person clicks it
    public void show(String title, String text, boolean sound, Runnable onClick) {
        address.ifPresent(at -> worker.execute(() -> notify(at, title, text, sound, onClick)));
    }

    /// Shows a number on the icon of the program, soon, where the desktop does that.
    ///
    /// @param count 0 shows none
    public void badge(long count) {
        address.ifPresent(at -> badges.execute(() -> tellBadge(at, count)));
    }

    private void tellBadge(String at, long count) {
        try {
            connection(at).sendMessage(LauncherEntry.Update.count(count));
        } catch (DBusException | RuntimeException e) {
            LOG.debug("No number is shown on the icon", e);
        }
    }

    private static Map<String, Variant<?>> hints(boolean sound) {
        return Map.of(
                "desktop-entry", new Variant<>("hearth"),
                "category", new Variant<>("im.received"),
                "suppress-sound", new Variant<>(!sound),
                "sound-name", new Variant<>(SOUND));
    }

    private void notify(String at, String title, String text, boolean sound, Runnable onClick) {
        try {
            NotificationService desktop =
                    connection(at)
                            .getRemoteObject(
                                    NotificationService.NAME,
                                    NotificationService.PATH,
                                    NotificationService.class);
            boolean markup = desktop.capabilities().contains("body-markup");
            String body = markup ? escaped(text) : text;
            UInt32 id =
                    desktop.show("Hearth", NONE, "hearth", title, body, CLICK, hints(sound), -1);
            if (clicks.size() >= MOST_REMEMBERED) {
                clicks.clear();
            }
            clicks.put(id, onClick);
        } catch (DBusException | RuntimeException e) {
            // Also what the library says of an address that makes no sense.
            LOG.debug("A notification is not shown", e);
        }
    }

    private synchronized DBusConnection connection(String at) throws DBusException {
        @Nullable DBusConnection known = bus;
        if (known != null && known.isConnected()) {
            return known;
        }
        clicks.clear();
        DBusConnection fresh = DBusConnectionBuilder.forAddress(at).withShared(false).build();
        fresh.addSigHandler(ActionInvoked.class, clicked -> follow(clicked.id()));
        fresh.addSigHandler(NotificationClosed.class, closed -> clicks.remove(closed.id()));
        bus = fresh;
        return fresh;
    }

    /// What others write is text, whatever it looks like.
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void follow(UInt32 id) {
        @Nullable Runnable click = clicks.remove(id);
        if (click != null) {
            click.run();
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
        badges.shutdownNow();
        synchronized (this) {
            if (bus != null) {
                bus.disconnect();
            }
        }
    }
}
