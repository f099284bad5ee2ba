/// Where a message is written: the field, what it answers or changes, how much more fits. Runs on
/// the FX thread.
@NullMarked
package dev.hearth.ui.composer;

import org.jspecify.annotations.NullMarked;
