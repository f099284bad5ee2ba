/// A Socket.IO 5 server on Netty; knows no chat. netty-socketio's server binds and configures
/// ([ListeningServer], the one class that sees it), the protocol is ours. Source: the Socket.IO
/// protocol v5 document.
///
/// **Layers.** This package is the API and Socket.IO: namespaces, packets, peers. It stands on
/// `.engine` (Engine.IO sessions), which stands on `.http` (requests, Host and Origin, memory and
/// deadlines). No layer sees the one above it; ArchitectureTest holds that.
///
/// **From the wire to a handler.** [Pipeline] takes a connection in and gives it its handlers. A
/// [Connection] is Socket.IO on one session: it reads packets ([PacketReader]) and hands them to
/// the peer's handler on the session's strand.
///
/// **From a handler to the wire.** [Namespace] asks the [OutboundEvent] for its bytes, which
/// encodes once for each protocol version ([PacketWriter]), and offers the same packets to each
/// peer's send queue.
///
/// **Threads.** Handlers run on strands: virtual threads, one at a time for each session, so a
/// handler may block and delays nobody but its own client, not even that client's heartbeat. Event
/// loops never wait. Emitting, joining and disconnecting work from any thread and never block.
///
/// **Order.** What one thread emits to a peer arrives in that order, whatever transport carries it
/// and while it changes. For each peer handlers hear: connecting, connected, its events,
/// disconnected; each once. Nothing is sent to a peer before its CONNECT was accepted or after its
/// end; the lock of [SocketPeer] sees to it.
///
/// **Bounds.** [Sizes] bound what connections make the server keep, and the server closes the
/// heaviest when the memory budget is spent. It does not read a client that sends faster than its
/// handler works, and does not answer a client further that does not read its answers. [Rates]
/// bound what a connection and an address ask for. [Gauges] tell what the server holds.
@NullMarked
package dev.hearth.socketio;

import org.jspecify.annotations.NullMarked;
