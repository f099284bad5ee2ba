/// One connection to a server: sockets, HTTP and their bounds, what the server's answers and its
/// page say, and the loop on which a chat is told of it. The only package that knows
/// socket.io-client-java. Sees the names of client and the model.
@NullMarked
package dev.hearth.client.link;

import org.jspecify.annotations.NullMarked;
