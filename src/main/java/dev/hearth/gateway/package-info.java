/// The namespaces of a hosted chat, a class each: they turn what a peer says into a command, and an
/// entry into a frame that is encoded once. Handlers run on the peer's own strand of
/// dev.hearth.socketio, which may wait; who is sent what is decided on the host loop ([RoomFanOut],
/// [HostEventPublisher]), which nothing here blocks: those who are behind have the log read for
/// them by threads of their own ([Pages]). [RoomSite] is the same rooms over plain HTTP.
@NullMarked
package dev.hearth.gateway;

import org.jspecify.annotations.NullMarked;
