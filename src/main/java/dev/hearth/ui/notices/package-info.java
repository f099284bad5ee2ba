/// What comes to a person: messages that call them, in rooms they are not looking at. Runs on the
/// FX thread.
@NullMarked
package dev.hearth.ui.notices;

import org.jspecify.annotations.NullMarked;
