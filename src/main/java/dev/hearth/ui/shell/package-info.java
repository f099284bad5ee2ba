/// The window: navigation, menus, shortcuts. Runs on the FX thread. The only ui package that sees
/// the features.
@NullMarked
package dev.hearth.ui.shell;

import org.jspecify.annotations.NullMarked;
