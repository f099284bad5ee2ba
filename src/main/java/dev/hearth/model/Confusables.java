package dev.hearth.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which characters look like others (UTS 39): a text's skeleton is the text with each character
/// replaced by what it is taken for. Two names with one skeleton are one name to the eye.
///
/// The table is Unicode's, made at build time by `confusables.mjs`; what Unicode calls compatible
/// (full-width, mathematical, circled) is left to NFKD. Stateless.
final class Confusables {
    private static final String TABLE = "confusables.txt";

    /// In pairs of lines: characters, and under each the one that it looks like. Unicode has these
    /// as look-alikes of each other, if at all, and not of the letters of which names are made:
    /// small capitals, letters of which it has the other case, long dashes.
    private static final String[] BESIDE = {
        "—―ᴀʙᴅᴇꜰɢʜᴊᴋĸʟᴍʍɴᴘʀᴛȷɜꞓ", "--abdefghjkklmmnprtj3e",
        "ԚҺԀӏϹꞒηχωςԼլՐւᏩ", "QhdlCenxwcLlPlG",
    };

    private static final Confusables ALL = read();

    /// In order.
    private final int[] characters;

    /// What each of them is taken for.
    private final String[] looks;

    private Confusables(Map<Integer, String> like) {
        characters = like.keySet().stream().mapToInt(Integer::intValue).toArray();
        looks = like.values().toArray(String[]::new);
    }

    /// `text` as the eye takes it, apart from upper and lower case.
    static String skeleton(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var skeleton = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> ALL.add(c, skeleton));
        return skeleton.toString();
    }

    private void add(int c, StringBuilder skeleton) {
        String look = look(c);
        if (look == null) {
            skeleton.appendCodePoint(c);
        } else {
            skeleton.append(look);
        }
    }

    private @Nullable String look(int c) {
        int at = Arrays.binarySearch(characters, c);
        return at < 0 ? null : looks[at];
    }

    private static Confusables read() {
        Map<Integer, String> beside = new TreeMap<>();
        for (int line = 0; line < BESIDE.length; line += 2) {
            int[] from = BESIDE[line].codePoints().toArray();
            int[] to = BESIDE[line + 1].codePoints().toArray();
            if (from.length != to.length) {
                throw new IllegalStateException("a line and its partner differ: " + BESIDE[line]);
            }
            for (int i = 0; i < from.length; i++) {
                beside.put(from[i], Character.toString(to[i]));
            }
        }
        Confusables among = new Confusables(beside);
        Map<Integer, String> like = new TreeMap<>();
        try (InputStream table = Confusables.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException("the build made no " + TABLE);
            }
            new BufferedReader(new InputStreamReader(table, StandardCharsets.US_ASCII))
                    .lines()
                    .map(line -> line.split("=", 2))
                    .forEach(pair -> like.put(point(pair[0]), among.text(pair[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        like.putAll(beside);
        return new Confusables(like);
    }

    /// What the characters of `points` are taken for.
    private String text(String points) {
        var text = new StringBuilder();
        for (String each : points.split(" ", -1)) {
            add(point(each), text);
        }
        return text.toString();
    }

    private static int point(String hex) {
        return Integer.parseInt(hex, 16);
    }
}
