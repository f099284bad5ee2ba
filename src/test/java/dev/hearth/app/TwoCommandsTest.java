package dev.hearth.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hearth.cli.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `mvn` on machines that have more Javas than one. It runs what the build around this test has
/// compiled, and compiles nothing itself: the classes are in use.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "puts shell scripts on the PATH")
final class TwoCommandsTest {
    @TempDir Path folder;

    @Test
    void theJavaOfJavaHomeIsTakenBeforeAnOlderOneOnThePath() throws Exception {
        Path old = Files.createDirectory(folder.resolve("bin"));
        Path java = Files.writeString(old.resolve("java"), "#!/bin/sh\nexit 9\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        printsItsVersion(mvn("--version", currentJava(), old));
    }

    @Test
    void aJavaOnThePathIsFoundUnderAMavenOnAnOlderOne() throws Exception {
        Optional<Path> old = olderJava();
        assumeTrue(old.isPresent(), "needs a JDK 17 to 24 beside the JDK 25");
        printsItsVersion(mvn("--version", old.get(), currentJava().resolve("bin")));
    }

    @Test
    void anErrorIsTheProgramsOwnLineAndExitCode() throws Exception {
        Path maven = olderJava().orElse(currentJava());
        try (Program program = mvn("--nonsense", maven, currentJava().resolve("bin"))) {
            assertThat(program.awaitExit()).isEqualTo(ExitCode.USAGE);
            assertThat(lines(program))
                    .singleElement()
                    .asString()
                    .startsWith("hearth: Unknown option: '--nonsense'");
        }
    }

    private static void printsItsVersion(Program started) throws InterruptedException {
        try (started) {
            assertThat(started.awaitExit()).as("%s%s", started.out(), started.err()).isZero();
            assertThat(lines(started)).singleElement().asString().startsWith("Hearth ");
        }
    }

    /// Without what Java says of a Maven older than itself, and without colours.
    private static List<String> lines(Program program) {
        return Stream.concat(program.out().stream(), program.err().stream())
                .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
                .filter(line -> !line.isBlank() && !line.startsWith("WARNING: "))
                .toList();
    }

    private static Program mvn(String arguments, Path javaHome, Path firstOnPath) {
        String home = System.getProperty("hearth.maven.home", "");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                home.isEmpty() ? "mvn" : home + "/bin/mvn",
                                "-q",
                                "-Dmaven.main.skip",
                                "-Dmaven.resources.skip",
                                "-Dargs=" + arguments));
        String repository = System.getProperty("hearth.maven.repository", "");
        if (!repository.isEmpty()) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(requireNonNull(target().toAbsolutePath().getParent()).toFile());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("PATH", firstOnPath + ":" + System.getenv("PATH"));
        assumeTrue(Files.isDirectory(target().resolve("classes")), "Maven has compiled nothing");
        return Program.start(builder);
    }

    private static Path target() {
        return Path.of(System.getProperty("hearth.target", "target"));
    }

    private static Path currentJava() {
        return Path.of(System.getProperty("java.home"));
    }

    /// Where Linux and GitHub's runners have them.
    private static Optional<Path> olderJava() {
        List<Path> candidates =
                new ArrayList<>(
                        Stream.of("JAVA_HOME_17_X64", "JAVA_HOME_21_X64")
                                .map(System::getenv)
                                .filter(value -> value != null)
                                .map(Path::of)
                                .toList());
        Path usual = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(usual)) {
            try (Stream<Path> homes = Files.list(usual)) {
                homes.forEach(candidates::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return candidates.stream().filter(TwoCommandsTest::isOlder).findFirst();
    }

    private static boolean isOlder(Path home) {
        try {
            return Files.isExecutable(home.resolve("bin/java"))
                    && Files.isReadable(home.resolve("release"))
                    && Files.readString(home.resolve("release"))
                            .matches("(?s).*JAVA_VERSION=\"(1[789]|2[0-4])[.\"].*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
