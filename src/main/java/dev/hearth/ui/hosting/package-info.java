/// The chat that this window hosts, as its host sees it: who is in it, what it does, what is kept.
/// Runs on the FX thread.
@NullMarked
package dev.hearth.ui.hosting;

import org.jspecify.annotations.NullMarked;
