package dev.hearth.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.hearth.settings.ThemeChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/// Dresses a scene: AtlantaFX's Primer underneath, Hearth's own sheet above it, light or dark. FX
/// thread only.
public final class Theme {
    /// What all screens share, and the sheet of each feature.
    private static final List<String> SHEETS =
            List.of(
                    "hearth",
                    "text",
                    "start",
                    "chat",
                    "sidebar",
                    "timeline",
                    "composer",
                    "notices",
                    "search");

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
        // Sheets of the scene, not states of its root: menus and tooltips have roots of their own.
        List<String> sheets = new ArrayList<>(List.of(sheet(dark ? "dark" : "light")));
        SHEETS.stream().map(Theme::sheet).forEach(sheets::add);
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            sheets.add(sheet("opaque"));
        }
        scene.getStylesheets().setAll(sheets);
    }

    private boolean isDark() {
        return switch (choice.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(
                        Theme.class.getResource("/dev/hearth/ui/" + name + ".css"), name)
                .toExternalForm();
    }
}
