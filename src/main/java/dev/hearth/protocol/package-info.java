/// Event names and the codec between the model and the neutral tree of the wire (map, list, text,
/// number, boolean, null). Stateless; any thread.
@NullMarked
package dev.hearth.protocol;

import org.jspecify.annotations.NullMarked;
