package dev.hearth.client.connection;

import dev.hearth.client.link.ChatLoop;
import dev.hearth.client.link.ChatPage;
import dev.hearth.client.link.PageWords;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the server's own page at most once for each connection, however many ask what it says.
/// Confined to the chat's loop.
final class PageReading {
    private final ChatLoop loop;
    private List<Consumer<PageWords>> waiting = new ArrayList<>();
    private Optional<PageWords> words = Optional.empty();
    private boolean reading;

    PageReading(ChatLoop loop) {
        this.loop = loop;
    }

    /// Another connection: what is still under way counts no more.
    void begin() {
        waiting = new ArrayList<>();
        words = Optional.empty();
        reading = false;
    }

    void ask(URI server, Consumer<PageWords> then) {
        if (words.isPresent()) {
            then.accept(words.get());
            return;
        }
        waiting.add(then);
        if (!reading) {
            reading = true;
            List<Consumer<PageWords>> now = waiting;
            ChatPage.ask(server, says -> loop.run(() -> found(now, says)));
        }
    }

    private void found(List<Consumer<PageWords>> asked, PageWords says) {
        if (asked == waiting) {
            words = Optional.of(says);
            waiting = new ArrayList<>();
            asked.forEach(each -> each.accept(says));
        }
    }
}
