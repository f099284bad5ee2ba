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
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
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
        jar(lib.resolve("hearth.jar"), classes);
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

    private static void jar(Path jar, Path classes) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.CLASS_PATH, libraries());
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

    private static String libraries() {
        String path = requireNonNull(System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
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
