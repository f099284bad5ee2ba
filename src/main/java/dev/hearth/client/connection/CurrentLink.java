package dev.hearth.client.connection;

import dev.hearth.client.link.Link;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The link of the moment, if there is one; whatever an earlier link still tells does not count.
/// Confined to the chat's loop.
final class CurrentLink {
    private @Nullable Link link;
    private boolean open;

    void replace(Link fresh) {
        link = fresh;
        open = false;
        fresh.open();
    }

    boolean is(Link other) {
        return other == link;
    }

    void opened() {
        open = true;
    }

    boolean isOpen() {
        return open;
    }

    void emit(String event, Object[] arguments, Consumer<List<@Nullable Object>> acknowledged) {
        Link current = link;
        if (current != null) {
            current.emit(event, arguments, acknowledged);
        }
    }

    void say(String event, Object... arguments) {
        Link current = link;
        if (current != null) {
            current.say(event, arguments);
        }
    }

    /// Lets go of the link, in whatever state it is.
    ///
    /// @param wasOpen is run first if the link was open
    /// @param gone is run once on some thread when nothing of the link is left
    void drop(Runnable wasOpen, Runnable gone) {
        Link old = link;
        link = null;
        if (open) {
            open = false;
            wasOpen.run();
        }
        if (old == null) {
            gone.run();
        } else {
            old.close(gone);
        }
    }
}
