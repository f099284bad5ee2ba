package dev.hearth.model;

/// What [Names#check] says of a name that somebody wishes for.
public sealed interface NameCheck {
    /// It can be a name.
    ///
    /// @param name the wish without surrounding or doubled space
    record Fit(String name) implements NameCheck {}

    /// It cannot.
    record Unfit(Problem problem) implements NameCheck {}

    /// What is wrong with a name.
    enum Problem {
        EMPTY("A name has at least 1 character."),
        LONG("A name has at most " + Limits.NAME_CHARACTERS.value() + " characters."),
        CHARACTERS(
                "A name has letters that can be seen, and none that turn the text or pile up marks."),
        COLON("A name has no colon: what follows it would look like a message."),
        RESERVED("This name is reserved: it would pass for the chat itself or for its owner.");

        private final String sentence;

        Problem(String sentence) {
            this.sentence = sentence;
        }

        /// What to tell the person.
        public String sentence() {
            return sentence;
        }
    }
}
