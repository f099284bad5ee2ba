package dev.hearth.ui.text;

import dev.hearth.ui.kit.LooseFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.image.Image;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The drawings of emoji. Each is read when it is first shown, in the background, in as many pixels
/// as it takes; those that were shown last are kept. FX thread only.
final class EmojiDrawings {
    private static final Logger LOG = LoggerFactory.getLogger(EmojiDrawings.class);

    private static final String ARCHIVE = "/dev/hearth/ui/emoji/drawings.zip";
    private static final int KEPT = 400;
    private static final Optional<String> ADDRESS = address();
    private static final Map<Drawing, Image> SHOWN =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Drawing, Image> eldest) {
                    return size() > KEPT;
                }
            };

    private record Drawing(String emoji, int pixels) {}

    private EmojiDrawings() {}

    /// The drawing of an emoji in its full form; empty where the drawings are missing.
    static Optional<Image> of(String emoji, int pixels) {
        return ADDRESS.map(
                archive ->
                        SHOWN.computeIfAbsent(
                                new Drawing(emoji, pixels),
                                drawing ->
                                        new Image(
                                                archive + "!/" + file(emoji),
                                                pixels,
                                                pixels,
                                                true,
                                                true,
                                                true)));
    }

    /// How many drawings are in memory.
    static int kept() {
        return SHOWN.size();
    }

    static String file(String emoji) {
        return emoji.codePoints()
                .mapToObj(c -> String.format(Locale.ROOT, "%04x", c))
                .collect(Collectors.joining("-", "", ".png"));
    }

    /// The archive is a file of its own: what lies in a jar cannot be read in parts.
    private static Optional<String> address() {
        Optional<Path> file = LooseFiles.find(ARCHIVE);
        if (file.isEmpty()) {
            LOG.warn("no drawings of emoji at {}", ARCHIVE);
        }
        return file.map(it -> "jar:" + it.toUri());
    }
}
