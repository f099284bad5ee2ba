/// Writes the rooms of a chat as text, HTML or JSON, a page at a time, over
/// [dev.hearth.log.ChatReader]. Confined to the calling thread. Depends on log and model.
@NullMarked
package dev.hearth.export;

import org.jspecify.annotations.NullMarked;
