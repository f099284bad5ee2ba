package dev.hearth.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/// Dresses a scene: AtlantaFX's Primer underneath, Hearth's own sheet above it, light or dark. FX
/// thread only.
public final class Theme {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final ObjectProperty<ThemeChoice> choice;

    public Theme(ThemeChoice first) {
        choice = new SimpleObjectProperty<>(first);
    }

    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /// Dresses `scene` now and whenever the choice, or under [ThemeChoice#SYSTEM] the system,
    /// changes.
    public void dress(Scene scene, Subscriptions subscriptions) {
        scene.getStylesheets().add(sheet("/dev/hearth/ui/hearth.css").toExternalForm());
        subscriptions.watch(choice, now -> apply(scene));
        subscriptions.add(
                Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> apply(scene)));
    }

    private void apply(Scene scene) {
        boolean dark = isDark();
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        scene.getRoot().pseudoClassStateChanged(DARK, dark);
    }

    private boolean isDark() {
        return switch (choice.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private static URL sheet(String path) {
        return Objects.requireNonNull(Theme.class.getResource(path), path);
    }
}
