package dev.hearth.socketio;

import dev.hearth.socketio.engine.EngineSession;
import dev.hearth.socketio.engine.Ids;
import dev.hearth.socketio.engine.Messages;
import dev.hearth.socketio.engine.Sessions;
import dev.hearth.socketio.http.Timer;
import dev.hearth.socketio.http.TokenBucket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The Socket.IO side of a session: which namespaces its client is in, and what it may say there.
/// Packets are read on the session's event loop and handed to the handlers on its strand.
///
/// Socket.IO protocol v5, "Connection to a namespace", "Sending and receiving data", "Disconnection
/// from a namespace".
final class Connection implements Messages {
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(10);

    /// Payloads for nobody: they are checked and skipped.
    private static final PayloadRules NOTHING = new PayloadRules(0, false);

    private final EngineSession session;
    private final Sessions sessions;
    private final ServerContext context;
    private final PacketReader reader;
    private final Timer unfinished;
    private final TokenBucket connects;
    private final boolean limited;

    /// What the session is charged for a packet whose attachments are not all here.
    private long charged;

    /// Changed on the event loop only.
    private final Map<String, SocketPeer> peers = new ConcurrentHashMap<>(2);

    Connection(EngineSession session, ServerContext context) {
        this.session = session;
        this.sessions = session.sessions();
        this.context = context;
        int burst = context.options().rates().connectsPerConnection();
        this.limited = burst > 0;
        this.connects = new TokenBucket(burst, 1, System.nanoTime());
        this.unfinished = session.newTimer();
        Sizes sizes = context.options().sizes();
        long payload = sizes.maxPayload();
        long tree =
                Math.clamp(sessions.budget().capacity() / 16, 2 * payload + 64_000, 8 * payload);
        this.reader =
                new PacketReader(
                        session.protocol(),
                        new PacketReader.Bounds(sizes.maxAttachments(), payload, tree),
                        this::rules);
    }

    ServerContext context() {
        return context;
    }

    private PayloadRules rules(PacketHeader header) throws BadPacket {
        String name = name(header.namespace());
        if (header.type() == PacketHeader.CONNECT) {
            Namespace namespace = context.namespaces().find(name);
            return namespace == null ? NOTHING : namespace.handler().payloads();
        }
        SocketPeer peer = peers.get(name);
        if (peer == null || !peer.isConnected()) {
            throw new BadPacket("not connected to the namespace");
        }
        return header.type() == PacketHeader.EVENT || header.type() == PacketHeader.BINARY_EVENT
                ? peer.namespace().handler().payloads()
                : NOTHING;
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
                        context.options().connectTimeout().toNanos(),
                        () -> session.close("connect timeout"));
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        take(() -> reader.text(bytes, from, to));
    }

    @Override
    public void binary(byte[] bytes) {
        take(() -> reader.binary(bytes));
    }

    private interface Reading {
        @Nullable Packet read() throws BadPacket;
    }

    private void take(Reading reading) {
        try {
            Packet packet = reading.read();
            if (packet != null) {
                accept(packet);
            }
            account();
        } catch (BadPacket e) {
            reject(e);
        }
    }

    /// A packet that was begun counts, and has to be finished in time.
    private void account() {
        long held = reader.held();
        if (held > charged && !session.account().take(held - charged)) {
            return; // it is being closed
        }
        if (held < charged) {
            session.account().give(charged - held);
        }
        charged = held;
        if (!reader.isUnfinished()) {
            unfinished.cancel();
        } else if (!unfinished.isSet()) {
            unfinished.set(
                    sessions.timings().request().toNanos(),
                    () -> reject(new BadPacket("unfinished packet")));
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
        SocketPeer peer = peers.get(name(packet.namespace()));
        if (peer == null || !peer.isConnected()) {
            throw new BadPacket("not connected to the namespace");
        }
        switch (packet) {
            case Packet.Connect _ -> throw new BadPacket("connected already");
            case Packet.Disconnect _ -> leave(peer);
            case Packet.Acknowledgement _ -> {} // the server asks for none
            case Packet.Event event ->
                    session.strand()
                            .ask(
                                    reader.weight(),
                                    () -> peer.event(event.name(), event.arguments(), event.id()));
        }
    }

    /// Clients 2 repeat the query of a namespace in each packet.
    private String name(String name) {
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
        if (limited && !connects.take(System.nanoTime())) {
            sessions.counters().refuse("too many connects");
            session.cut("too many connects");
            return;
        }
        Namespace namespace = context.namespaces().find(name);
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
        session.strand().ask(reader.weight(), () -> connect(peer, packet.auth()));
    }

    /// On the strand. An address that asks for too many has to wait for its turn, and is cut off
    /// when that takes long: people behind one router all come back at once after a restart.
    private void connect(SocketPeer peer, @Nullable Object auth) {
        long end = System.nanoTime() + LONGEST_WAIT;
        while (!peer.isGone() && !sessions.addresses().connects(session.handshake().client())) {
            if (System.nanoTime() - end >= 0) {
                sessions.counters().refuse("too many connects");
                session.run(() -> session.cut("too many connects"));
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        peer.connect(auth);
    }

    /// A namespace has taken the peer. Any thread.
    void joined() {
        sessions.settled(session);
        session.run(
                () -> {
                    if (session.isOpen() && !peers.isEmpty()) {
                        session.deadline().cancel();
                    }
                });
    }

    /// A namespace has refused the peer, which may ask again, or dismissed it. Any thread.
    void out(SocketPeer peer) {
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
                .answer(
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
        unfinished.cancel();
    }

    @Override
    public void writableAgain() {
        for (SocketPeer peer : peers.values()) {
            if (peer.isConnected()) {
                session.strand().run(peer::writable);
            }
        }
    }
}
