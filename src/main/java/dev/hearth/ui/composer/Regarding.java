package dev.hearth.ui.composer;

import dev.hearth.model.Message;

/// What is being written belongs to a message that is there.
public sealed interface Regarding {
    Message message();

    /// It answers that message.
    record Reply(Message message) implements Regarding {}

    /// It takes the place of that message's text.
    record Edit(Message message) implements Regarding {}
}
