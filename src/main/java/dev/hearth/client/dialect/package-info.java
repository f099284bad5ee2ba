/// How to talk with each family of servers. To add one: implement [Dialect] and put it into
/// [DialectList#all]. Confined to the chat's loop. Sees client, client.link, client.outbox,
/// client.replica, protocol and model.
@NullMarked
package dev.hearth.client.dialect;

import org.jspecify.annotations.NullMarked;
