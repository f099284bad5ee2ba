package dev.hearth.socketio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The Socket.IO side of a session: which namespaces its client is in, and what it may say there.
/// Packets are read on the session's event loop and handed to the handlers on its strand.
///
/// Socket.IO protocol v5, "Connection to a namespace", "Sending and receiving data", "Disconnection
/// from a namespace".
final class Connection implements Messages {
    private final EngineSession session;
    private final Sessions sessions;
    private final PacketReader reader;

    /// Changed on the event loop only.
    private final Map<String, SocketPeer> peers = new ConcurrentHashMap<>(2);

    Connection(EngineSession session, Sessions sessions) {
        this.session = session;
        this.sessions = sessions;
        ServerOptions options = sessions.options();
        this.reader =
                new PacketReader(
                        session.protocol(), options.maxAttachments(), options.maxPayload());
    }

    @Override
    public void opened() {
        expectConnect();
        if (session.protocol().isLegacy()) {
            connect(new Packet.Connect("/", null)); // clients 2 are in `/` without asking
        }
    }

    private void expectConnect() {
        session.deadline()
                .set(
                        sessions.options().connectTimeout().toNanos(),
                        () -> session.close("connect timeout"));
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        try {
            Packet packet = reader.text(bytes, from, to);
            if (packet != null) {
                accept(packet);
            }
        } catch (BadPacket e) {
            reject(e);
        }
    }

    @Override
    public void binary(byte[] bytes) {
        try {
            Packet packet = reader.binary(bytes);
            if (packet != null) {
                accept(packet);
            }
        } catch (BadPacket e) {
            reject(e);
        }
    }

    private void reject(BadPacket bad) {
        sessions.counters().refuse(bad.reason());
        session.close("parse error");
    }

    private void accept(Packet packet) throws BadPacket {
        if (packet instanceof Packet.Connect connect) {
            connect(connect);
            return;
        }
        SocketPeer peer = peers.get(name(packet));
        if (peer == null || !peer.isConnected()) {
            throw new BadPacket("not connected to the namespace");
        }
        switch (packet) {
            case Packet.Connect _ -> throw new BadPacket("connected already");
            case Packet.Disconnect _ -> leave(peer);
            case Packet.Acknowledgement _ -> {} // the server asks for none
            case Packet.Event event ->
                    session.strand()
                            .run(
                                    reader.weight(),
                                    () -> peer.event(event.name(), event.arguments(), event.id()));
        }
    }

    /// Clients 2 repeat the query of a namespace in each packet.
    private String name(Packet packet) {
        String name = packet.namespace();
        int query = session.protocol().isLegacy() ? name.indexOf('?') : -1;
        return query < 0 ? name : name.substring(0, query);
    }

    private void connect(Packet.Connect packet) {
        String name = packet.namespace();
        if (peers.containsKey(name)) {
            if (!session.protocol().isLegacy()) {
                reject(new BadPacket("connected already"));
            }
            return; // some clients 2 ask for `/` although they are in it
        }
        Namespace namespace = sessions.namespace(name);
        if (namespace == null) {
            sessions.counters().refuse("invalid namespace");
            session.outbox()
                    .offer(
                            null,
                            PacketWriter.connectError(
                                    name,
                                    new ConnectAnswer.Refuse("Invalid namespace", null),
                                    session.protocol()));
            return;
        }
        SocketPeer peer = new SocketPeer(Ids.random(), namespace, session, this);
        peers.put(name, peer);
        session.strand().run(0, () -> peer.connect(packet.auth()));
    }

    /// A namespace has taken the peer. Any thread.
    void joined() {
        session.run(
                () -> {
                    if (session.isOpen() && !peers.isEmpty()) {
                        session.deadline().cancel();
                    }
                });
    }

    /// A namespace has refused the peer, which may ask again. Any thread.
    void refused(SocketPeer peer) {
        session.run(() -> remove(peer));
    }

    private void leave(SocketPeer peer) {
        peer.leave("client namespace disconnect", true);
        remove(peer);
    }

    /// A connection that is in no namespace any more has as long as a new one to find one.
    private void remove(SocketPeer peer) {
        peers.remove(peer.namespace().name(), peer);
        if (peers.isEmpty() && session.isOpen() && !session.deadline().isSet()) {
            expectConnect();
        }
    }

    void acknowledge(SocketPeer peer, long id, @Nullable Object... arguments) {
        List<@Nullable Object> list = Arrays.asList(arguments);
        session.outbox()
                .offer(
                        peer,
                        PacketWriter.ack(peer.namespace().name(), id, list, session.protocol()));
    }

    @Override
    public void closed(String reason, boolean farewell) {
        for (SocketPeer peer : new ArrayList<>(peers.values())) {
            if (peer.leave(reason, false) && farewell) {
                session.outbox().offer(null, PacketWriter.disconnect(peer.namespace().name()));
            }
        }
        peers.clear();
        reader.forget();
    }

    @Override
    public void writableAgain() {
        for (SocketPeer peer : peers.values()) {
            if (peer.isConnected()) {
                session.strand().run(0, peer::writable);
            }
        }
    }
}
