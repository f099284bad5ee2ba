/// A chat on screen: timeline, composer, delivery and connection state. Runs on the FX thread; view
/// models hold no scene types and are tested without a toolkit.
@NullMarked
package dev.hearth.ui.chat;

import org.jspecify.annotations.NullMarked;
