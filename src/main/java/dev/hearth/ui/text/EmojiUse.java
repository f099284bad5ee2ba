package dev.hearth.ui.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which emoji a person takes: the latest, and the most often taken. FX thread only.
public final class EmojiUse {
    private static final int KEPT = 60;

    private final Map<String, Integer> uses =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                    return size() > KEPT;
                }
            };

    public void use(String emoji) {
        uses.merge(emoji, 1, Integer::sum);
    }

    /// The latest first.
    public List<String> recent(int most) {
        return List.copyOf(uses.keySet()).reversed().stream().limit(most).toList();
    }

    /// The most used, filled up with those that most people use.
    public List<String> favourites(int most) {
        List<String> all = new ArrayList<>(EmojiPicture.COMMON);
        uses.keySet().stream().filter(emoji -> !all.contains(emoji)).forEach(all::add);
        // Stable: what is as often used stays where the hand knows it.
        all.sort((a, b) -> Integer.compare(count(b), count(a)));
        return all.stream().limit(most).toList();
    }

    private int count(String emoji) {
        // The access itself would make it the latest.
        return uses.entrySet().stream()
                .filter(entry -> entry.getKey().equals(emoji))
                .mapToInt(Map.Entry::getValue)
                .findFirst()
                .orElse(0);
    }
}
