/// Writes files so that a crash leaves the old or the new content. Stateless; any thread; calls
/// block on the disk. Depends on the JDK alone.
@NullMarked
package dev.hearth.files;

import org.jspecify.annotations.NullMarked;
