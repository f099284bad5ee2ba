package dev.hearth.ui.text;

import dev.hearth.model.Message;
import dev.hearth.ui.kit.Shown;

/// A message in one line that stands for it: in quotes, in the list of rooms, above the composer.
/// Plain words, without the signs of markdown. Stateless.
public final class MessageLine {
    private MessageLine() {}

    public static String of(Message message) {
        return message.details().deleted() ? Shown.line(message) : of(message.text());
    }

    /// The same for a text that is not sent yet.
    public static String of(String text) {
        return Shown.line(Markdown.words(text));
    }
}
