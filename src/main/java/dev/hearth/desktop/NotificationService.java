package dev.hearth.desktop;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// The part of the Desktop Notifications Specification (freedesktop.org, version 1.2) that Hearth
/// uses. Public because the library makes proxies and signals of it by reflection.
@DBusInterfaceName(NotificationService.NAME)
public interface NotificationService extends DBusInterface {
    String NAME = "org.freedesktop.Notifications";
    String PATH = "/org/freedesktop/Notifications";

    @DBusMemberName("GetCapabilities")
    List<String> capabilities();

    /// @param replaces the notification that this one takes the place of; 0 for none
    /// @param actions key and label in turn
    /// @param timeout in milliseconds; -1 leaves it to the desktop
    /// @return the number of the notification
    @DBusMemberName("Notify")
    UInt32 show(
            String program,
            UInt32 replaces,
            String icon,
            String title,
            String body,
            List<String> actions,
            Map<String, Variant<?>> hints,
            int timeout);

    /// The person clicked a notification or one of its actions.
    @DBusMemberName("ActionInvoked")
    final class ActionInvoked extends DBusSignal {
        private final UInt32 id;

        public ActionInvoked(String path, UInt32 id, String action) throws DBusException {
            super(path, id, action);
            this.id = id;
        }

        UInt32 id() {
            return id;
        }
    }

    /// A notification is gone, by the person or by itself.
    @DBusMemberName("NotificationClosed")
    final class NotificationClosed extends DBusSignal {
        private final UInt32 id;

        public NotificationClosed(String path, UInt32 id, UInt32 reason) throws DBusException {
            super(path, id, reason);
            this.id = id;
        }

        UInt32 id() {
            return id;
        }
    }
}
