/// A kit for SQLite files that one process owns: one writer and several readers per file, slow
/// reads with deadlines, numbered migrations, setting aside what is damaged, and overwriting what
/// was deleted. Knows no chat and depends on nothing of ours; failures are [java.sql.SQLException]s
/// that [dev.hearth.sqlite.SqliteError] names. Classes say which threads may call them; calls block
/// on the disk.
@NullMarked
package dev.hearth.sqlite;

import org.jspecify.annotations.NullMarked;
