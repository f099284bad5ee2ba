/// Logs in SQLite files: [dev.hearth.log.sqlite.SqliteChatLog] of a hosted chat,
/// [dev.hearth.log.sqlite.ReplicaLog] for the copy that a client holds, and
/// [dev.hearth.log.sqlite.OutboxStore] for what a client has yet to send. Any thread may call;
/// calls block on the disk. Depends on log, sqlite, files, protocol and model.
@NullMarked
package dev.hearth.log.sqlite;

import org.jspecify.annotations.NullMarked;
