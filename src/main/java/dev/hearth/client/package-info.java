/// A joined chat: connection state, replica and the dialects of the servers it can join. Events
/// reach the listener on one thread per chat. Depends on client.outbox, log, protocol and model;
/// the only user of socket.io-client-java.
@NullMarked
package dev.hearth.client;

import org.jspecify.annotations.NullMarked;
