package dev.hearth.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;
import org.kordamp.ikonli.feather.FeatherIkonHandler;

/// Tells Ikonli, which finds it as a service, where the font of the icons is. Ikonli's own handlers
/// look in their jars, where the build leaves neither the fonts nor the entries that name the
/// handlers.
public final class IconFont extends FeatherIkonHandler {
    static Optional<Path> file() {
        return LooseFiles.find("/META-INF/resources/feather/4.28/fonts/feather.ttf");
    }

    @Override
    public URL getFontResource() {
        return file().map(IconFont::url).orElseGet(super::getFontResource);
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream getFontResourceAsStream() {
        try {
            return getFontResource().openStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
