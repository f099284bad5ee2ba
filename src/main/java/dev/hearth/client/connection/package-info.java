/// Joins chats: when to connect and where, which dialect the server speaks, and how a chat goes on
/// after a failure. Each chat has one thread. Sees all other packages of client.
@NullMarked
package dev.hearth.client.connection;

import org.jspecify.annotations.NullMarked;
