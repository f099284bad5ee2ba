/// Engine.IO 4, and 3 by WebSocket: sessions, their transports, heartbeat and upgrade. Source: the
/// Engine.IO protocol v4 document; RFC 6455 for WebSockets.
///
/// [EngineEndpoint] opens an [EngineSession] for each client and hands it its requests.
/// [PollingTransport] or [WebSocketTransport] carries a session, [Upgrade] changes the first for
/// the second, [InboundPackets] takes packets in, [Heartbeat] notices silence. [Messages] is the
/// layer above: it takes the messages of a session on its event loop, and lets handlers run on its
/// [Strand].
///
/// A session belongs to one event loop, that of the connection which opened it; all of its state
/// changes there and nowhere else. Any thread offers [EncodedPacket]s to the [SendQueue], which
/// schedules one drain on that event loop however much is offered; the drain hands everything to
/// the transport, which flushes once.
///
/// May depend on Netty and on `dev.hearth.socketio.http`; knows no namespace. The package is a part
/// of `dev.hearth.socketio`: other packages use only [Handshake] and [HeartbeatSettings].
@NullMarked
package dev.hearth.socketio.engine;

import org.jspecify.annotations.NullMarked;
