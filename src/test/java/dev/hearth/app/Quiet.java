package dev.hearth.app;

import dev.hearth.gateway.HostWatcher;
import dev.hearth.model.Entry;
import dev.hearth.model.Person;
import java.net.InetSocketAddress;

/// Watches nothing.
final class Quiet implements HostWatcher {
    @Override
    public void connected(Person person, InetSocketAddress from) {}

    @Override
    public void disconnected(Person person, String reason) {}

    @Override
    public void posted(Entry entry) {}
}
