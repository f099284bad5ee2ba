package dev.hearth.ui.composer;

import dev.hearth.ui.text.Emoji;
import dev.hearth.ui.text.ShortCodes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;

/// What may be put in place of what is being typed: an emoji for `:wa`, a name for `@am`.
/// Stateless.
final class Completions {
    static final int MOST = 8;

    private static final int LONGEST_NAME = 40;

    private Completions() {}

    /// Something to put in.
    sealed interface Choice {
        /// What is written.
        String insert();

        /// What it is called in the list.
        String label();

        record OfEmoji(String insert, String label) implements Choice {}

        record OfName(String insert, String label) implements Choice {}
    }

    /// Choices for the characters from `start` to `end`.
    record Offer(int start, int end, List<Choice> choices) {}

    /// What completes the text before the caret.
    ///
    /// @param names the people that can be called by the `@` at an index; asked only where there is
    ///   one
    static Optional<Offer> at(String text, int caret, IntFunction<List<String>> names) {
        return ShortCodes.offer(text, caret, MOST)
                .map(
                        codes ->
                                new Offer(
                                        codes.start(),
                                        codes.end(),
                                        codes.emoji().stream().map(Completions::choice).toList()))
                .or(() -> names(text, caret, names));
    }

    private static Choice choice(Emoji emoji) {
        return new Choice.OfEmoji(emoji.text(), ":" + emoji.name() + ":");
    }

    private static Optional<Offer> names(String text, int caret, IntFunction<List<String>> names) {
        int at = text.lastIndexOf('@', caret - 1);
        boolean begins = at == 0 || (at > 0 && !Character.isLetterOrDigit(text.charAt(at - 1)));
        if (!begins || caret - at > LONGEST_NAME) {
            return Optional.empty();
        }
        String wanted = folded(text.substring(at + 1, caret));
        List<Choice> found =
                names.apply(at).stream()
                        .filter(name -> isMeant(folded(name), wanted))
                        .distinct()
                        .limit(MOST)
                        .<Choice>map(name -> new Choice.OfName("@" + name + " ", name))
                        .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(new Offer(at, caret, found));
    }

    private static boolean isMeant(String name, String wanted) {
        return name.startsWith(wanted)
                || Arrays.stream(name.split(" ", -1)).anyMatch(word -> word.startsWith(wanted));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
