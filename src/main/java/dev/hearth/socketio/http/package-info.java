/// HTTP on the server's port, below Engine.IO: requests and responses, their order on a connection,
/// Host, Origin and CORS, and what one connection or address may cost.
///
/// [HttpHandlers] puts on each connection: [ReadGate], [RequestClock] (slow requests),
/// [RequestAssembler] (bodies, after a look at the headers), [HttpPipelining] (one request at a
/// time, answers in order), [Guard] (Host, Origin, preflights), the protocol of the layer above
/// ([ProtocolPath]) and [HttpEndpoint] (everything else). All of it runs on the connection's event
/// loop, which never waits; an [HttpHandler] runs on a virtual thread and may block.
///
/// Every byte that a connection makes the server keep counts against one [MemoryBudget], in decoded
/// size. Every wait for a client has a deadline ([Timings]). [Failures] hears of every Throwable
/// that nothing else expects.
///
/// May depend on Netty alone, and on no other package of ours. The package is a part of
/// `dev.hearth.socketio`: other packages use only [AccessPolicy], [HostAndOrigin], [HttpHandler],
/// [HttpRequest] and [HttpResponse].
@NullMarked
package dev.hearth.socketio.http;

import org.jspecify.annotations.NullMarked;
