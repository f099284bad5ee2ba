package dev.hearth.app;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/// A folder as `mvn package` makes it, before there is one: the script of `packaging/common/bin`,
/// and a jar with the classes under test beside the native libraries that the build unpacked. Other
/// jars stay where Maven has them. A `JAVA_HOME` that is this JVM's may be missing on the machine.
record RunnableFolder(Path home) {
    /// What the build puts beside the jar.
    private static final List<String> FILES =
            List.of("dev/hearth/ui/fonts", "dev/hearth/ui/emoji", "META-INF/resources");

    private static final Path TARGET = Path.of(System.getProperty("hearth.target", "target"));

    static RunnableFolder make(Path home) throws IOException {
        Path lib = Files.createDirectories(home.resolve("lib"));
        Path classes = classes();
        jar(lib, classes);
        if (hasFiles()) {
            for (String files : FILES) {
                copy(TARGET.resolve("classes").resolve(files), lib.resolve("files").resolve(files));
            }
            copy(natives(), lib);
        }
        script(home);
        return new RunnableFolder(home);
    }

    /// Whether the build has unpacked what has to be files: only Maven does.
    static boolean hasFiles() {
        return Files.isRegularFile(natives().resolve(NativeLibraries.sqlite()))
                && Files.isDirectory(TARGET.resolve("classes"));
    }

    private static Path natives() {
        return TARGET.resolve("native");
    }

    private static Path classes() {
        try {
            return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void jar(Path lib, Path classes) throws IOException {
        Path jar = lib.resolve("hearth.jar");
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.CLASS_PATH, libraries(lib));
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> tree = Files.walk(classes)) {
            for (Path path : tree.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(path).toString().replace(File.separatorChar, '/');
                if (!hasFiles() || FILES.stream().noneMatch(name::startsWith)) {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(path, out);
                }
            }
        }
    }

    private static String libraries(Path lib) throws IOException {
        String path = requireNonNull(System.getProperty("java.class.path"));
        List<String> jars = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                Path jar = Path.of(entry);
                jars.add((isOfIkonli(jar) ? withoutFonts(jar, lib) : jar).toUri().toString());
            }
        }
        return String.join(" ", jars);
    }

    private static boolean isOfIkonli(Path jar) {
        return hasFiles() && jar.toString().matches(".*ikonli-(core|feather-pack)-[^/]*");
    }

    /// Without its fonts and its handler, as the build leaves it.
    private static Path withoutFonts(Path jar, Path lib) throws IOException {
        Path copy = lib.resolve(requireNonNull(jar.getFileName()));
        try (JarFile from = new JarFile(jar.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy))) {
            for (JarEntry entry : Collections.list(from.entries())) {
                if (!entry.getName().startsWith("META-INF/")) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    from.getInputStream(entry).transferTo(out);
                }
            }
        }
        return copy;
    }

    /// With everything below it.
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(requireNonNull(copy.getParent()));
                Files.copy(file, copy);
            }
        }
    }

    private static void script(Path home) throws IOException {
        Path project = requireNonNull(TARGET.toAbsolutePath().getParent());
        String text =
                Files.readString(project.resolve("packaging/common/bin/hearth"))
                        .replace(
                                "@jvm.flags@",
                                "--enable-native-access=ALL-UNNAMED"
                                        + " --sun-misc-unsafe-memory-access=allow")
                        .replace("@class.path@", "$home/lib/hearth.jar")
                        .replace("@main.class@", Main.class.getName());
        Path script = Files.createDirectories(home.resolve("bin")).resolve("hearth");
        Files.writeString(script, text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Path script() {
        return home.resolve("bin").resolve("hearth");
    }

    /// The program by its script, on the Java of this test, without a display.
    Program start(String... arguments) {
        return startAs(script(), arguments);
    }

    Program startAs(Path script, String... arguments) {
        return Program.start(
                process(
                        Stream.concat(Stream.of(script.toString()), Stream.of(arguments))
                                .toList()));
    }

    /// A shell script that finds the program at `$0`.
    Program shell(String text, String... arguments) {
        return Program.start(
                process(
                        Stream.concat(
                                        Stream.of("sh", "-c", text, script().toString()),
                                        Stream.of(arguments))
                                .toList()));
    }

    ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HEARTH_JVM_OPTIONS", "-XX:TieredStopAtLevel=1");
        builder.environment().put("JAVA_HOME", requireNonNull(System.getProperty("java.home")));
        builder.environment().keySet().removeAll(List.of("DISPLAY", "HEARTH_JAVA"));
        return builder;
    }

    /// The files below `folder`.
    static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
