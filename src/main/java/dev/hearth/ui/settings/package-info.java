/// The settings of the window, on a sheet: each is applied and remembered at once. Runs on the FX
/// thread.
@NullMarked
package dev.hearth.ui.settings;

import org.jspecify.annotations.NullMarked;
