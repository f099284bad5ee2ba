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
    private final List<Consumer<PageWords>> waiting = new ArrayList<>();
    private Optional<PageWords> words = Optional.empty();
    private boolean reading;

    /// Counts connections.
    private int connection;

    PageReading(ChatLoop loop) {
        this.loop = loop;
    }

    /// Another connection: what is still under way counts no more.
    void begin() {
        connection++;
        waiting.clear();
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
            int now = connection;
            ChatPage.ask(server, says -> loop.run(() -> found(now, says)));
        }
    }

    private void found(int asked, PageWords says) {
        if (asked == connection) {
            words = Optional.of(says);
            List<Consumer<PageWords>> all = List.copyOf(waiting);
            waiting.clear();
            all.forEach(each -> each.accept(says));
        }
    }
}
