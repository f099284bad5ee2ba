package dev.hearth.app;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the native libraries of SQLite and JavaFX are: the build puts those of this platform
/// beside the jars of the runnable folder, and into `target/native` for the classes in
/// `target/classes`.
///
/// Where they are not, SQLite and JavaFX unpack their own at each start: into the temp folder,
/// where SQLite's stays after a SIGKILL, and into a cache in the home folder.
final class NativeLibraries {
    private NativeLibraries() {}

    /// Tells SQLite and JavaFX, unless the command line has. Before either is touched.
    static void setUp() {
        codeOf(NativeLibraries.class)
                .flatMap(NativeLibraries::besides)
                .ifPresent(NativeLibraries::use);
    }

    /// The folder with the libraries that belong to code in `code`, a jar or a folder of classes.
    static Optional<Path> besides(Path code) {
        return Stream.ofNullable(code.getParent())
                .flatMap(folder -> Stream.of(folder, folder.resolve("native")))
                .filter(folder -> Files.isRegularFile(folder.resolve(sqlite())))
                .findFirst();
    }

    /// As SQLite's loader calls it.
    static String sqlite() {
        return System.mapLibraryName("sqlitejdbc");
    }

    private static void use(Path folder) {
        setUnlessGiven("org.sqlite.lib.path", folder);
        // JavaFX looks beside its own jar; then into its cache, when the jar has the libraries in
        // it; at last into the path, which matters on Windows, where it looks beside differently.
        setUnlessGiven("javafx.cachedir", folder);
        String path = System.getProperty("java.library.path", "");
        System.setProperty("java.library.path", folder + File.pathSeparator + path);
    }

    private static void setUnlessGiven(String property, Path folder) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, folder.toString());
        }
    }

    private static Optional<Path> codeOf(Class<?> type) {
        @Nullable CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
