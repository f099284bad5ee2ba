package dev.hearth.ui.kit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// A person as a coloured disc with initials; a person without a name as a grey one. The colour
/// follows from the name alone, so it is the same in every window, after every start, and on the
/// web page (colour.js has the same rule).
public final class Avatar extends StackPane {
    /// How many colours the style sheet has, as `avatar-0` and so on, and `author-0`.
    static final int COLOURS = 16;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final double size;

    /// @param size the width at the normal size of text
    public Avatar(double size) {
        getStyleClass().add("avatar");
        this.size = size;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    public Avatar(double size, String name) {
        this(size);
        show(name);
    }

    public void show(String name) {
        show(name, initials(name));
    }

    /// @param initials what stands for the name
    public void show(String name, String initials) {
        getStyleClass()
                .setAll("avatar", name.isEmpty() ? "avatar-nobody" : "avatar-" + colour(name));
        setAccessibleText(name);
        if (initials.isEmpty()) {
            getChildren().setAll(Icons.small(Feather.USER));
            return;
        }
        var letters = new Label(initials);
        letters.getStyleClass().add(size > 34 ? "avatar-letters" : "avatar-letters-small");
        getChildren().setAll(letters);
    }

    @Override
    protected double computeMinWidth(double height) {
        return TextSize.space(size);
    }

    @Override
    protected double computeMinHeight(double width) {
        return TextSize.space(size);
    }

    @Override
    protected double computePrefWidth(double height) {
        return TextSize.space(size);
    }

    @Override
    protected double computePrefHeight(double width) {
        return TextSize.space(size);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return TextSize.space(size);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return TextSize.space(size);
    }

    /// The colour of `name`, from 0 to [#COLOURS] - 1: the hash of the stripped name in lower case,
    /// `31 * h + c` over its UTF-16 units, mixed, and of that the upper four bits.
    public static int colour(String name) {
        int hash = name.strip().toLowerCase(Locale.ROOT).hashCode();
        // Mixed as MurmurHash3 ends, since the hash codes of similar names lie close together.
        hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
        return (hash >>> 28) % COLOURS;
    }

    /// The first letters of the first and the last word. Emoji and other signs are none: no font of
    /// ours has them.
    ///
    /// @return empty where there is no letter and no digit
    public static String initials(String name) {
        List<String> letters =
                SPACE.splitAsStream(name.strip())
                        .flatMap(word -> firstLetter(word).stream())
                        .toList();
        return letters.size() < 2
                ? String.join("", letters)
                : letters.getFirst() + letters.getLast();
    }

    private static Optional<String> firstLetter(String word) {
        return word.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(letter -> Character.toString(letter).toUpperCase(Locale.ROOT))
                .findFirst();
    }
}
