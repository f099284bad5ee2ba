/// The rooms of a chat: which there are, what is unread in them, the way from one to another. Runs
/// on the FX thread.
@NullMarked
package dev.hearth.ui.rooms;

import org.jspecify.annotations.NullMarked;
