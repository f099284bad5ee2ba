/// What a window or a console sees of joined chats: how to join one, and what to do in it. Knows
/// the model alone; [dev.hearth.client.connection] implements it.
@NullMarked
package dev.hearth.client;

import org.jspecify.annotations.NullMarked;
