package dev.hearth.ui.kit;

import java.util.Locale;
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
        if (name.isEmpty()) {
            getChildren().setAll(Icons.small(Feather.USER));
            return;
        }
        var letters = new Label(initials);
        letters.getStyleClass().add(size > 34 ? "avatar-letters" : "avatar-letters-small");
        getChildren().setAll(letters);
        setAccessibleText(name);
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

    /// The first letters of the first and the last word.
    public static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        String first = firstLetter(words[0]);
        return words.length == 1 ? first : first + firstLetter(words[words.length - 1]);
    }

    private static String firstLetter(String word) {
        return word.isEmpty()
                ? ""
                : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
