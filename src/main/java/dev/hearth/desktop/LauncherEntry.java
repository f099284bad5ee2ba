package dev.hearth.desktop;

import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;

/// The part of Unity's Launcher API that Hearth uses: a number on the icon of the program, which
/// Plasma and the docks of GNOME show as well. Public because the library makes signals of it by
/// reflection.
@DBusInterfaceName(LauncherEntry.NAME)
public interface LauncherEntry extends DBusInterface {
    String NAME = "com.canonical.Unity.LauncherEntry";
    String PATH = "/com/canonical/unity/launcherentry/1";

    /// Which program this is about, by its desktop file.
    String PROGRAM = "application://hearth.desktop";

    /// What the icon shows from now on.
    @DBusMemberName("Update")
    final class Update extends DBusSignal {
        private final String program;
        private final Map<String, Variant<?>> properties;

        public Update(String path, String program, Map<String, Variant<?>> properties)
                throws DBusException {
            super(path, program, properties);
            this.program = program;
            this.properties = Map.copyOf(properties);
        }

        /// A number; none for 0.
        static Update count(long count) throws DBusException {
            return new Update(
                    PATH,
                    PROGRAM,
                    Map.of(
                            "count", new Variant<>(count),
                            "count-visible", new Variant<>(count > 0)));
        }

        String program() {
            return program;
        }

        Map<String, Variant<?>> properties() {
            return properties;
        }
    }
}
