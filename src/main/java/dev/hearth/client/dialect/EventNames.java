package dev.hearth.client.dialect;

import dev.hearth.client.link.PageWords;
import dev.hearth.model.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The names of events that a server was seen to speak: what it said, and what its page sends and
/// listens to. Confined to the chat's loop.
public final class EventNames {
    private static final int MOST = 50;
    private static final int SHOWN = 6;
    private static final int SHOWN_CHARACTERS = 40;

    private final Set<String> said = new LinkedHashSet<>();
    private PageWords page = PageWords.NOTHING;

    /// The server said this. Of very many only the first are remembered.
    public void hear(String event) {
        if (said.size() < MOST) {
            said.add(event);
        }
    }

    public void read(PageWords words) {
        page = words;
    }

    public Set<String> said() {
        return said;
    }

    public PageWords page() {
        return page;
    }

    /// Whether nothing shows which events the server speaks.
    public boolean areNone() {
        return said.isEmpty() && page.isSilent();
    }

    /// For example `It said “welcome”. Its page sends “join” and “shout”.`; empty where there are
    /// none. Safe to show, and short.
    public String sentences() {
        List<String> sentences = new ArrayList<>();
        if (!said.isEmpty()) {
            sentences.add("It said " + list(said) + ".");
        }
        if (!page.isSilent()) {
            sentences.add("Its page sends " + list(page.sent()) + ".");
        }
        return String.join(" ", sentences);
    }

    private static String list(Set<String> names) {
        String shown =
                names.stream()
                        .sorted()
                        .limit(SHOWN)
                        .map(name -> "“" + cut(SafeText.line(name)) + "”")
                        .collect(Collectors.joining(", "));
        return names.size() > SHOWN ? shown + " and others" : shown;
    }

    private static String cut(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= SHOWN_CHARACTERS
                ? name
                : name.substring(0, name.offsetByCodePoints(0, SHOWN_CHARACTERS)) + "…";
    }
}
