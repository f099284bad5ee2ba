/// What a joined chat holds of a Hearth host: the copy of its log on disk, the rooms as they are
/// shown and counted, and what is missing of them. Everything is confined to the chat's loop but
/// for what its disk thread does. Sees client, client.link, client.outbox, the log and protocol.
@NullMarked
package dev.hearth.client.replica;

import org.jspecify.annotations.NullMarked;
