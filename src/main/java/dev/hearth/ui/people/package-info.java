/// The people of a chat: who is here, what they are called, who is writing. Runs on the FX thread.
@NullMarked
package dev.hearth.ui.people;

import org.jspecify.annotations.NullMarked;
