package dev.hearth.socketio;

import java.util.Collection;
import java.util.List;

/// A namespace and the peers connected to it. Thread-safe.
public final class Namespace {
    private final String name;

    Namespace(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /// The peers connected now; a copy.
    public Collection<Peer> peers() {
        return List.of();
    }

    public void emit(Frame frame) {}

    public void emitExcept(Peer peer, Frame frame) {}

    public void emitTo(String group, Frame frame) {}

    public void emitToExcept(String group, Peer peer, Frame frame) {}
}
