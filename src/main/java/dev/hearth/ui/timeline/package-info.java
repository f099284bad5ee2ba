/// The messages of a room: rows, what can be done with them, where the list stands. Runs on the FX
/// thread; models hold no scene types.
@NullMarked
package dev.hearth.ui.timeline;

import org.jspecify.annotations.NullMarked;
