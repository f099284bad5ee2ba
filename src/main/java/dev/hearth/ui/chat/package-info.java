/// A chat on screen: the models of session and room, and the frame that puts the features together.
/// Runs on the FX thread; view models hold no scene types and are tested without a toolkit.
@NullMarked
package dev.hearth.ui.chat;

import org.jspecify.annotations.NullMarked;
