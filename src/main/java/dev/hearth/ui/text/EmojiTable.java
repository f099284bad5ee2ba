package dev.hearth.ui.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Every emoji that Hearth can draw. Read when it is first needed. Immutable; any thread.
public final class EmojiTable {
    private static final String TABLE = "/dev/hearth/ui/emoji/table.tsv";

    /// Says that the sign before it is to be a picture.
    static final char AS_PICTURE = '\uFE0F';

    private final List<Emoji> emoji;
    private final Map<String, String> drawings;
    private final Map<String, Emoji> byName = new HashMap<>();
    private final Map<String, Emoji> byText = new HashMap<>();

    private EmojiTable(List<Emoji> emoji, Map<String, String> drawings) {
        this.emoji = List.copyOf(emoji);
        this.drawings = Map.copyOf(drawings);
        for (Emoji each : emoji) {
            each.names().forEach(name -> byName.putIfAbsent(name, each));
            byText.put(key(each.text()), each);
            each.tones().forEach(tone -> byText.put(key(tone), each));
        }
    }

    private static final class Holder {
        static final EmojiTable TABLE = load();
    }

    public static EmojiTable get() {
        return Holder.TABLE;
    }

    /// All that are offered, in the order of the charts.
    public List<Emoji> all() {
        return emoji;
    }

    public Optional<Emoji> named(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    /// What an emoji is, in whichever colour of skin.
    public Optional<Emoji> of(String text) {
        return Optional.ofNullable(byText.get(key(text)));
    }

    /// The full form of `text` if that is one emoji, which names its drawing.
    Optional<String> drawing(String text) {
        return Optional.ofNullable(drawings.get(key(text)));
    }

    private static String key(String text) {
        return text.indexOf(AS_PICTURE) < 0 ? text : text.replace(String.valueOf(AS_PICTURE), "");
    }

    private static EmojiTable load() {
        try (InputStream in = EmojiTable.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + TABLE);
            }
            return read(
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                            .lines()
                            .map(line -> line.split("\t", -1))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmojiTable read(List<String[]> lines) {
        List<Emoji> emoji = new ArrayList<>();
        Map<String, String> drawings = new HashMap<>();
        @Nullable String[] base = null;
        List<String> tones = new ArrayList<>();
        for (String[] line : lines) {
            drawings.put(key(line[1]), line[1]);
            if (line[0].equals("E")) {
                if (base != null) {
                    emoji.add(emoji(base, tones));
                }
                base = line;
                tones.clear();
            } else if (!line[2].equals("0")) {
                tones.add(line[1]);
            }
        }
        if (base != null) {
            emoji.add(emoji(base, tones));
        }
        return new EmojiTable(emoji, drawings);
    }

    private static Emoji emoji(String[] line, List<String> tones) {
        return new Emoji(
                line[1],
                EmojiGroup.valueOf(line[2].toUpperCase(Locale.ROOT)),
                words(line[3]),
                words(line[4]),
                tones.size() == 5 ? tones : List.of());
    }

    private static List<String> words(String list) {
        return list.isEmpty()
                ? List.of()
                : List.of(list.split(",")).stream().distinct().collect(Collectors.toList());
    }
}
