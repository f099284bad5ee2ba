/// What a person chose, kept between runs: an immutable record, saved atomically, and the paths of
/// each platform. Any thread; writes happen on a virtual thread.
@NullMarked
package dev.hearth.settings;

import org.jspecify.annotations.NullMarked;
