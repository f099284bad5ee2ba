package dev.hearth.desktop;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the session bus of a person listens. Stateless.
final class BusAddress {
    private static final String UNIX = "unix:";
    private static final String PATH = "path=";

    private BusAddress() {}

    /// The socket of the bus; empty where there is none that Java can reach, an abstract one among
    /// them.
    static Optional<Path> socket(Map<String, String> environment) {
        @Nullable String address = environment.get("DBUS_SESSION_BUS_ADDRESS");
        if (address != null) {
            return Arrays.stream(address.split(";")).flatMap(BusAddress::path).findFirst();
        }
        // Where systemd has it; without the variable other programs look there as well.
        return Stream.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                .flatMap(BusAddress::parse)
                .map(folder -> folder.resolve("bus"))
                .filter(Files::exists)
                .findFirst();
    }

    private static Stream<Path> path(String address) {
        return address.startsWith(UNIX)
                ? Arrays.stream(address.substring(UNIX.length()).split(","))
                        .filter(each -> each.startsWith(PATH))
                        .map(each -> each.substring(PATH.length()).replace("+", "%2B"))
                        .flatMap(BusAddress::decode)
                : Stream.empty();
    }

    private static Stream<Path> decode(String escaped) {
        try {
            return parse(URLDecoder.decode(escaped, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    private static Stream<Path> parse(String path) {
        try {
            return Stream.of(Path.of(path)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }
}
