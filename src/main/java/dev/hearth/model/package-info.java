/// The terms of the program: ids, people, entries, messages, states, limits and errors, all
/// immutable and free of I/O. Any thread may use them. Depends on the JDK alone.
@NullMarked
package dev.hearth.model;

import org.jspecify.annotations.NullMarked;
