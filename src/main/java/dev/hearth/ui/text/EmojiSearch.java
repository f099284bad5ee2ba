package dev.hearth.ui.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds emoji by their short codes and by other words. Stateless.
public final class EmojiSearch {
    private static final int NAME = 0;
    private static final int BEGINNING = 1;
    private static final int WORD = 2;
    private static final int KEYWORD = 3;
    private static final int NONE = 4;

    private EmojiSearch() {}

    /// The emoji that `query` may mean, the likeliest first.
    public static List<Emoji> find(String query, int most) {
        String wanted = query.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        if (wanted.isEmpty()) {
            return List.of();
        }
        record Hit(Emoji emoji, int rank) {}
        List<Hit> hits = new ArrayList<>();
        for (Emoji emoji : EmojiTable.get().all()) {
            int rank = emoji.text().equals(query.strip()) ? NAME : rank(emoji, wanted);
            if (rank < NONE && emoji.group() != EmojiGroup.PARTS) {
                hits.add(new Hit(emoji, rank));
            }
        }
        // Stable: those of one rank stay in the order of the charts.
        hits.sort(Comparator.comparingInt(Hit::rank));
        return hits.stream().limit(most).map(Hit::emoji).toList();
    }

    private static int rank(Emoji emoji, String wanted) {
        int best = NONE;
        for (String name : emoji.names()) {
            if (name.equals(wanted)) {
                return NAME;
            }
            if (name.startsWith(wanted)) {
                best = Math.min(best, BEGINNING);
            } else if (name.contains("_" + wanted) || name.contains("-" + wanted)) {
                best = Math.min(best, WORD);
            }
        }
        if (best == NONE && emoji.keywords().stream().anyMatch(word -> begins(word, wanted))) {
            return KEYWORD;
        }
        return best;
    }

    private static boolean begins(String word, String wanted) {
        return word.toLowerCase(Locale.ROOT).replace(' ', '_').startsWith(wanted);
    }
}
