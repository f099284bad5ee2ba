/// A Socket.IO 5 server that keeps the protocol, on netty-socketio; knows no chat. The only package
/// that sees Netty. Sources: the Engine.IO protocol v4 and the Socket.IO protocol v5 documents; RFC
/// 6455 for WebSockets.
///
/// **From the wire to a handler.** [Pipeline] puts on each connection: [RequestClock] (slow
/// requests), [RequestAssembler] (bodies, after a look at the headers), [HttpPipelining] (one
/// request at a time, answers in order), [Guard] (Host, Origin, preflights), [EngineEndpoint] (the
/// Engine.IO path) and [HttpEndpoint] (everything else). An [EngineSession] is one client;
/// [PollingTransport] or [WebSocketTransport] carries it, [Upgrade] changes the one for the other,
/// [InboundPackets] takes packets in, [Heartbeat] notices silence. [Connection] is Socket.IO on it:
/// it reads packets ([PacketReader]) and hands them to the peer's handler on the session's
/// [Strand].
///
/// **From a handler to the wire.** [Namespace] asks the [OutboundEvent] for its bytes, which
/// encodes once for each protocol version ([PacketWriter], [EncodedPacket]), and offers the same
/// parcels to each peer's [SendQueue]. An outbox schedules one drain on its session's event loop
/// however much is offered; the drain hands everything to the carrier, which flushes once.
///
/// **Threads.** A session belongs to one event loop, that of the connection which opened it; all of
/// its state is changed there and nowhere else. Handlers run on strands: virtual threads, one at a
/// time for each session, so a handler may block and delays nobody but its own client, not even
/// that client's heartbeat. Event loops never wait. Emitting, joining and disconnecting work from
/// any thread and never block.
///
/// **Order.** What one thread emits to a peer arrives in that order, whatever transport carries it
/// and while it changes. For each peer handlers hear: connecting, connected, its events,
/// disconnected; each once. Nothing is sent to a peer before its CONNECT was accepted or after its
/// end; [SocketPeer] has the lock that sees to it.
///
/// **Bounds.** Every byte that a connection makes the server keep counts against one
/// [MemoryBudget], in decoded size: unfinished requests, frames and events, what waits for a
/// handler, and what waits for a reader until the operating system has it. When it is spent the
/// heaviest account is closed. A client that sends faster than its handler works is not read
/// meanwhile, and whoever does not read its answers is not answered further. Every wait for a
/// client has a deadline, and [Rates] bound what a connection and an address ask for. [Gauges] tell
/// what is held.
///
/// **Failures.** No Throwable ends a strand, a timer or an event loop unheard: [Failures].
@NullMarked
package dev.hearth.socketio;

import org.jspecify.annotations.NullMarked;
