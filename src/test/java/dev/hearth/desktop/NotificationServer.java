package dev.hearth.desktop;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/// Who shows notifications on a bus: a desktop that only remembers them.
final class NotificationServer implements Closeable {
    private final DBusConnection connection;
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private NotificationServer(DBusConnection connection) {
        this.connection = connection;
    }

    static NotificationServer on(Path socket) throws DBusException {
        DBusConnection connection =
                DBusConnectionBuilder.forAddress("unix:path=" + socket).withShared(false).build();
        var server = new NotificationServer(connection);
        connection.requestBusName(NotificationService.NAME);
        connection.exportObject(NotificationService.PATH, server.new Desktop());
        return server;
    }

    /// Program, title and text of each notification.
    List<String> shown() {
        return List.copyOf(shown);
    }

    /// The titles of those that may be heard.
    List<String> heard() {
        return List.copyOf(heard);
    }

    /// The person clicks the notification with this number, counted from 1.
    void click(int id) throws DBusException {
        connection.sendMessage(
                new NotificationService.ActionInvoked(
                        NotificationService.PATH, new UInt32(id), "default"));
    }

    @Override
    public void close() {
        connection.disconnect();
    }

    private final class Desktop implements NotificationService {
        @Override
        public String getObjectPath() {
            return PATH;
        }

        @Override
        public List<String> capabilities() {
            return List.of("body", "body-markup", "actions");
        }

        @Override
        public UInt32 show(
                String program,
                UInt32 replaces,
                String icon,
                String title,
                String body,
                List<String> actions,
                Map<String, Variant<?>> hints,
                int timeout) {
            @Nullable Variant<?> silent = hints.get("suppress-sound");
            if (silent != null && silent.getValue().equals(false)) {
                heard.add(title);
            }
            shown.add(program + ": " + title + ": " + body);
            return new UInt32(shown.size());
        }
    }
}
