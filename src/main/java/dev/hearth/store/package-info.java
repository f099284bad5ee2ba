/// The log of a chat: what was said, in order, and what may be read of it. [ChatStore] keeps it in
/// SQLite, synced before it answers. A log has one writer; readers may be any thread. Depends on
/// protocol and model; the only package that knows a database.
@NullMarked
package dev.hearth.store;

import org.jspecify.annotations.NullMarked;
