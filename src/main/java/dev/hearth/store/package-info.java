/// The log of a chat: what was said, in order, and what may be read of it. In memory for now. A log
/// has one writer; readers may be any thread. Depends on protocol and model.
@NullMarked
package dev.hearth.store;

import org.jspecify.annotations.NullMarked;
