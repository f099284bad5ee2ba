package dev.hearth.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// The version of this program.
public final class Version implements IVersionProvider {
    /// For example `0.1.0`: what the manifest of the jar says, or beside classes that are in no jar
    /// the file that the build writes there.
    public static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .or(Version::fromFile)
                .orElse("(development)");
    }

    private static Optional<String> fromFile() {
        try (InputStream file = Version.class.getResourceAsStream("version.txt")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Hearth " + number()};
    }
}
