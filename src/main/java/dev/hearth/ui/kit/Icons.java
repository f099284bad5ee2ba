package dev.hearth.ui.kit;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Line icons, drawn from a font and so as sharp as text.
public final class Icons {
    private Icons() {}

    /// A small icon in the colour of the text beside it.
    public static FontIcon small(Feather icon) {
        return of(icon, "icon-small");
    }

    public static FontIcon medium(Feather icon) {
        return of(icon, "icon-medium");
    }

    public static FontIcon large(Feather icon) {
        return of(icon, "icon-large");
    }

    private static FontIcon of(Feather icon, String size) {
        var node = new FontIcon(icon);
        node.getStyleClass().add(size);
        return node;
    }
}
