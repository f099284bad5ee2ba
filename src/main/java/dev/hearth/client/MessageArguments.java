package dev.hearth.client;

/// What a plain server's handler of `chat message` takes. Each wrong guess breaks somebody's
/// server: an id where a callback is expected ends it, as does a missing callback; an id where a
/// name is expected is shown as one.
public enum MessageArguments {
    /// The text alone.
    TEXT("text"),
    /// The text, and a callback to acknowledge it with.
    CALLBACK("callback"),
    /// The text and the author's name.
    NAME("name"),
    /// The text, an id by which a repetition is recognised, and a callback (the tutorial's steps 8
    /// and 9).
    OFFSET("offset");

    private final String word;

    MessageArguments(String word) {
        this.word = word;
    }

    /// How people write it, on the command line and in files.
    public String word() {
        return word;
    }
}
