/// Text as people write it: markdown, emoji, both directions of writing, and what marks it. Knows
/// no feature.
@NullMarked
package dev.hearth.ui.text;

import org.jspecify.annotations.NullMarked;
