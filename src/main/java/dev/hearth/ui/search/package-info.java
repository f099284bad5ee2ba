/// Looking for messages: the panel with its field, its filters and what was found. Runs on the FX
/// thread.
@NullMarked
package dev.hearth.ui.search;

import org.jspecify.annotations.NullMarked;
