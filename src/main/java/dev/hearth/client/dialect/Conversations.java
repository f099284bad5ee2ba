package dev.hearth.client.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was said in conversations of two whose messages have no ids: servers that keep them tell
/// all of them again after each connection. Confined to the chat's loop.
final class Conversations {
    private static final int REMEMBERED = 20_000;

    /// A message is the same as another by who wrote what to whom, and by how often that was
    /// before.
    private final Map<PrivateMessage, Integer> seen =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<PrivateMessage, Integer> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /// A message came or went out.
    void note(PrivateMessage message) {
        seen.merge(message, 1, Integer::sum);
    }

    /// Those of `told`, all that was said in one conversation, that were not here before; from now
    /// on they were.
    List<PrivateMessage> news(List<PrivateMessage> told) {
        Map<PrivateMessage, Integer> counted = new HashMap<>();
        List<PrivateMessage> news = new ArrayList<>();
        for (PrivateMessage message : told) {
            int count = counted.merge(message, 1, Integer::sum);
            if (count > seen.getOrDefault(message, 0)) {
                news.add(message);
            }
        }
        news.forEach(this::note);
        return news;
    }

    void clear() {
        seen.clear();
    }
}
