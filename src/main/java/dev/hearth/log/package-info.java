/// The log of a chat: [dev.hearth.log.ChatLog] stores what was said, in order, synced before it
/// answers, and reads it back. Names no database: an implementation keeps `ChatLogContract` (a test
/// suite). A log has one writer; any thread may read. Depends on model.
@NullMarked
package dev.hearth.log;

import org.jspecify.annotations.NullMarked;
