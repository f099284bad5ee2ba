package dev.hearth.ui.kit;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Files of the program that must not lie in a jar: JavaFX copies a font in a jar into the temp
/// folder, where it stays when the program is killed, and an archive in a jar cannot be read in
/// parts. The build puts them into `files` beside the jar of the program, which is not on the class
/// path: the JVM takes a cache of classes only for a class path of jars. Beside classes that are in
/// no jar they are resources like others. Any thread.
public final class LooseFiles {
    private LooseFiles() {}

    /// The file `name`, which begins with a slash as names of resources do; empty when it is only
    /// in a jar, or nowhere.
    public static Optional<Path> find(String name) {
        URL url = LooseFiles.class.getResource(name);
        if (url != null && "file".equals(url.getProtocol())) {
            return path(url);
        }
        return besideTheJar()
                .map(folder -> folder.resolve(name.substring(1)))
                .filter(Files::isRegularFile);
    }

    private static Optional<Path> besideTheJar() {
        @Nullable CodeSource source = LooseFiles.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        return path(source.getLocation()).map(jar -> jar.resolveSibling("files"));
    }

    private static Optional<Path> path(URL url) {
        try {
            URI uri = url.toURI();
            return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not an address: " + url, e);
        }
    }
}
