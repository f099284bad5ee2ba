package dev.hearth.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines and the order in them, with letters that are all ten wide.
final class TypesetterTest {
    private static final double LETTER = 10;

    private static final class Monospaced implements Typesetter.Measure {
        private int measured;

        @Override
        public double width(String text, Look look) {
            measured += text.length();
            // As a typeface does: marks, joiners and other signs of format take no room.
            return LETTER * text.codePoints().filter(c -> !isDrawnOnTop(c)).count();
        }

        private static boolean isDrawnOnTop(int c) {
            int type = Character.getType(c);
            return type == Character.NON_SPACING_MARK || type == Character.FORMAT;
        }

        @Override
        public double emoji() {
            return 2 * LETTER;
        }

        @Override
        public double around(Look look) {
            return 0;
        }
    }

    private static List<Line> lines(String text, double width) {
        return typesetter(text).lines(width);
    }

    private static Typesetter typesetter(String text) {
        return typesetter(text, new Monospaced());
    }

    private static Typesetter typesetter(String text, Monospaced measure) {
        List<Span> spans = Markdown.linked(text, Look.PLAIN, 100);
        return new Typesetter(text, Run.of(spans), measure);
    }

    private static List<String> texts(String text, double width) {
        return lines(text, width).stream()
                .map(line -> text.substring(line.start(), line.end()))
                .toList();
    }

    @Test
    void linesEndBetweenWordsAndWhereTheAuthorEndsThem() {
        assertThat(texts("one two three\nfour", 80)).containsExactly("one two ", "three", "four");
        assertThat(texts("", 80)).containsExactly("");
        assertThat(texts("a\n\nb\n", 80)).containsExactly("a", "", "b", "");
    }

    @Test
    void aWordThatIsWiderThanALineIsCutBetweenLetters() {
        assertThat(texts("abcdefghij", 40)).allMatch(line -> line.length() <= 4);
        assertThat(String.join("", texts("abcdefghij", 40))).isEqualTo("abcdefghij");
        assertThat(texts("a abcdefghij b", 40)).containsExactly("a ", "abcd", "efgh", "ij b");
        assertThat(texts("e\u0301".repeat(5), 30))
                .containsExactly("e\u0301".repeat(3), "e\u0301".repeat(2));
    }

    /// Letters that are measured, for each that is set.
    @ParameterizedTest
    @ValueSource(strings = {"x", "שלום", "e\u0301", "\u200d", "\u200b", "https://a.example/", "אa"})
    void measuringGrowsWithTheTextAndNotWithItsSquare(String unit) {
        for (double width : new double[] {40, 400}) {
            for (int length : new int[] {2_500, 10_000}) {
                var measure = new Monospaced();
                typesetter(unit.repeat(length / unit.length()), measure).lines(width);
                assertThat(measure.measured).isLessThan(60 * length);
            }
        }
    }

    @Test
    void tenThousandLettersStayWithinTheirLines() {
        List<Line> lines = lines("x".repeat(10_000), 400);
        assertThat(lines).hasSize(250).allMatch(line -> line.width() <= 400);
        assertThat(lines("\u200b\u200d".repeat(5_000), 400)).hasSizeLessThan(20);
        assertThat(lines("שלום".repeat(2_500), 400)).allMatch(line -> line.width() <= 400);
    }

    @Test
    void anEmojiIsNeverCut() {
        String family = "👨‍👩‍👧‍👦";
        assertThat(texts(family.repeat(3), 45)).containsExactly(family + family, family);
    }

    @Test
    void aLinkThatFitsIntoALineStaysWhole() {
        assertThat(texts("see https://a.example/b/c", 220))
                .containsExactly("see ", "https://a.example/b/c");
    }

    /// What [Bidi] says about each line is what is drawn from left to right.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc אבג def",
                "אבג abc דהו",
                "مرحبا (123) world! نعم",
                "the word שלום, and the number 12.5 in it",
                "שלום (עולם) https://a.example/x?y=1 סוף",
                "א 😀 ב 1️⃣ c",
                "price: 100₪ או 20$ — כן?",
                "אחת\nsecond line אבג\nשלוש three"
            })
    void runsStandInTheOrderOfUnicode(String text) {
        for (int width = 40; width <= 600; width += 40) {
            assertOrder(text, width);
        }
    }

    @Test
    void randomMixturesStandInTheOrderOfUnicode() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        String signs = "abc ABC אבגד هوز 123 ٤٥٦ (),.!-[]\n";
        for (int i = 0; i < 500; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(60); j >= 0; j--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertOrder(text.toString(), 30 + random.nextInt(300));
        }
    }

    private static void assertOrder(String text, double width) {
        for (Line line : lines(text, width)) {
            assertThat(drawn(line)).as("%s at %s", text, width).isEqualTo(expected(line, text));
            double x = 0;
            for (Line.Fragment fragment : line.fragments()) {
                assertThat(fragment.x()).isEqualTo(x);
                x += fragment.width();
            }
        }
    }

    /// The indexes of characters from left to right.
    private static List<Integer> drawn(Line line) {
        List<Integer> indexes = new ArrayList<>();
        for (Line.Fragment fragment : line.fragments()) {
            List<Integer> within = new ArrayList<>();
            for (int i = fragment.start(); i < fragment.end(); i++) {
                within.add(i);
            }
            // An emoji is drawn as one sign, whichever way it stands.
            indexes.addAll(
                    fragment.rightToLeft() && fragment.run().drawing().isEmpty()
                            ? within.reversed()
                            : within);
        }
        return indexes;
    }

    private static List<Integer> expected(Line line, String text) {
        int start = text.lastIndexOf('\n', line.start() - 1) + 1;
        int next = text.indexOf('\n', start);
        String paragraph = text.substring(start, next < 0 ? text.length() : next);
        int shownEnd = line.fragments().stream().mapToInt(Line.Fragment::end).max().orElse(0);
        if (line.fragments().isEmpty()) {
            return List.of();
        }
        Bidi bidi =
                new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT)
                        .createLineBidi(line.start() - start, shownEnd - start);
        List<Object> units = new ArrayList<>();
        List<Byte> levels = new ArrayList<>();
        for (int i = line.start(); i < shownEnd; ) {
            int at = i;
            int end =
                    EmojiFinder.in(text).stream()
                            .filter(emoji -> emoji.start() == at)
                            .mapToInt(EmojiFinder.Found::end)
                            .findFirst()
                            .orElse(at + 1);
            List<Integer> unit = new ArrayList<>();
            for (int j = at; j < end; j++) {
                unit.add(j);
            }
            units.add(unit);
            levels.add((byte) bidi.getLevelAt(at - line.start()));
            i = end;
        }
        byte[] all = new byte[levels.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = levels.get(i);
        }
        Object[] ordered = units.toArray();
        Bidi.reorderVisually(all, 0, ordered, 0, ordered.length);
        return List.of(ordered).stream()
                .flatMap(unit -> ((List<?>) unit).stream().map(Integer.class::cast))
                .collect(Collectors.toList());
    }

    @Test
    void whatIsMarkedAndWhatIsHitAgreeInBothDirections() {
        String text = "abc אבג def שלום 😀 123";
        Typesetter typesetter = typesetter(text);
        List<Line> lines = typesetter.lines(100);
        var carets = new Carets(typesetter, text, lines, 20, 100);
        for (int i = 0; i < text.length(); i++) {
            int at = i;
            boolean partOfEmoji = Character.isSurrogate(text.charAt(i));
            if (partOfEmoji || Character.isWhitespace(text.charAt(i))) {
                continue;
            }
            var places = carets.range(at, at + 1);
            assertThat(places).hasSize(1);
            double middle = places.getFirst().getCenterX();
            int before = carets.indexAt(middle - 2, places.getFirst().getCenterY());
            int after = carets.indexAt(middle + 2, places.getFirst().getCenterY());
            assertThat(List.of(before, after)).containsExactlyInAnyOrder(at, at + 1);
        }
    }

    @Test
    void aLabelIsCutWithASign() {
        List<Span> spans = List.of(Span.words("abcdef", Look.PLAIN), Span.words("…", Look.PLAIN));
        var typesetter = new Typesetter("abcdef…", Run.of(spans), new Monospaced());
        assertThat(typesetter.oneLine(60).getFirst().width()).isEqualTo(60);
        Line cut = typesetter.oneLine(45).getFirst();
        assertThat(cut.width()).isEqualTo(40);
        assertThat(cut.end()).isEqualTo(3);
    }
}
