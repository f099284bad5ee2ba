package dev.hearth.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;

/// Whether a window can be opened. JavaFX has no second try in one JVM, so this is found out before
/// it is touched, by asking what it would ask: GTK 3, and an X display that answers.
// "restricted": native calls are what this class is for; the program runs with
// --enable-native-access.
@SuppressWarnings("restricted")
final class Display {
    /// The platform that JavaFX takes on Linux where no other was chosen.
    private static final String GTK = "Gtk";

    private Display() {}

    /// Why no window can be opened here; empty when one can.
    static Optional<String> missing() {
        if (!System.getProperty("glass.platform", GTK).equalsIgnoreCase(GTK) || !isLinux()) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup x11 = library("libX11.so.6", arena);
            library("libgtk-3.so.0", arena);
            library("libXtst.so.6", arena);
            return opensDisplay(x11)
                    ? Optional.empty()
                    : Optional.of(
                            "there is no display (DISPLAY is not set, or nothing answers there)");
        } catch (IllegalArgumentException e) {
            return Optional.of("GTK 3 is missing (install libgtk-3-0 and libxtst6, or gtk3)");
        }
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    private static SymbolLookup library(String name, Arena arena) {
        return SymbolLookup.libraryLookup(name, arena);
    }

    private static boolean opensDisplay(SymbolLookup x11) {
        try {
            MethodHandle open =
                    Linker.nativeLinker()
                            .downcallHandle(
                                    x11.findOrThrow("XOpenDisplay"),
                                    FunctionDescriptor.of(
                                            ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            MethodHandle close =
                    Linker.nativeLinker()
                            .downcallHandle(
                                    x11.findOrThrow("XCloseDisplay"),
                                    FunctionDescriptor.of(
                                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            MemorySegment display = (MemorySegment) open.invokeExact(MemorySegment.NULL);
            if (display.equals(MemorySegment.NULL)) {
                return false;
            }
            int _ = (int) close.invokeExact(display);
            return true;
        } catch (Throwable e) {
            // invokeExact declares Throwable; whatever went wrong, a window would not open either.
            return false;
        }
    }
}
