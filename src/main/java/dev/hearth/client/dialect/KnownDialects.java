package dev.hearth.client.dialect;

import dev.hearth.client.DialectCatalogue;
import dev.hearth.client.DialectWish;
import dev.hearth.model.HearthException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What this program knows, and what lies in a person's folder. Any thread.
///
/// @param folder with `NAME.json` for each description; it need not be there
public record KnownDialects(Optional<Path> folder) implements DialectCatalogue {
    @Override
    public List<Offer> offers() {
        List<Offer> all = new ArrayList<>();
        for (String word : List.of(AllDialects.HEARTH, AllDialects.PLAIN, AllDialects.PRIVATE)) {
            all.add(new Offer(word, word, "", false));
        }
        for (String word : Descriptions.SHIPPED) {
            all.add(new Offer(word, word, "", Descriptions.shipped(word).hasRooms()));
        }
        own().forEach((word, file) -> all.add(new Offer(word, absolute(file), about(file), false)));
        return all;
    }

    private Map<String, Path> own() {
        return folder.map(Descriptions::in).orElse(Map.of());
    }

    /// A description with a mistake is offered: choosing it says what is wrong.
    private static String about(Path file) {
        try {
            return Descriptions.file(file).about();
        } catch (HearthException e) {
            return e.sentence();
        }
    }

    @Override
    public DialectWish wish(String typed) {
        Optional<Path> own = folder.map(each -> each.toAbsolutePath().normalize());
        return new DialectWish(
                typed.equals(AUTO) ? Optional.empty() : Optional.of(chosen(typed)), own);
    }

    private String chosen(String typed) {
        if (AllDialects.CODED.contains(typed)) {
            return typed;
        }
        String word = word(typed);
        DialectWord.of(word).read();
        return word;
    }

    private String word(String typed) {
        if (Descriptions.isFile(typed)) {
            return absolute(typed);
        }
        Path own = own().get(typed);
        if (own != null) {
            return absolute(own);
        }
        if (!Descriptions.SHIPPED.contains(DialectWord.of(typed).name())) {
            throw Descriptions.bad(
                    "There is no dialect “%s”. There are auto, %s; or name a file that describes one."
                            .formatted(
                                    typed,
                                    offers().stream()
                                            .map(Offer::word)
                                            .collect(Collectors.joining(", "))));
        }
        return typed;
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    private static String absolute(String typed) {
        try {
            return absolute(Path.of(typed));
        } catch (InvalidPathException _) {
            throw Descriptions.bad("“" + typed + "” is no path of a file.");
        }
    }
}
