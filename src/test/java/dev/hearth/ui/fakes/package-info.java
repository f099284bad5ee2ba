/// Stand-ins for what the windows talk to, and pictures of what they show. Tests only; each class
/// says which threads may use it.
@NullMarked
package dev.hearth.ui.fakes;

import org.jspecify.annotations.NullMarked;
