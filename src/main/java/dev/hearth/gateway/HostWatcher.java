package dev.hearth.gateway;

import dev.hearth.model.Entry;
import dev.hearth.model.Person;
import java.net.InetSocketAddress;
import java.time.Duration;

/// Told of who comes and goes in a hosted chat, for the console and the window. Any thread; must
/// not block for long.
public interface HostWatcher {
    void connected(Person person, InetSocketAddress from);

    void disconnected(Person person, String reason);

    void posted(Entry entry);

    /// A page came under a name that the owner has not allowed, for the first time.
    ///
    /// @param origin such as `https://chat.example`
    default void turnedAway(String origin) {}

    /// A client of the plain chat says `event`, which this chat does not know. Told once for each
    /// connection.
    default void notUnderstood(Person person, String event) {}

    /// The clock of this computer went back by `by`.
    default void clockFell(Duration by) {}
}
