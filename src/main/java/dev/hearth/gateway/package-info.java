/// The doors of a hosted chat, one class per namespace dialect: turns what a peer says into a
/// command and an entry into a frame that is encoded once. Handlers run on the peer's own strand of
/// dev.hearth.socketio; nothing here blocks the host loop.
@NullMarked
package dev.hearth.gateway;

import org.jspecify.annotations.NullMarked;
