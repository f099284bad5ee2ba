package dev.hearth.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.hearth.settings.Appearance;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/// Dresses a scene: AtlantaFX's Primer underneath, Hearth's own sheets above it, as the person
/// chose. FX thread only.
public final class Theme {
    private final ObjectProperty<Appearance> appearance;

    public Theme(Appearance first) {
        appearance = new SimpleObjectProperty<>(first);
    }

    public ObjectProperty<Appearance> appearanceProperty() {
        return appearance;
    }

    /// Dresses `scene` now and whenever the choice, or under [ThemeChoice#SYSTEM] the system,
    /// changes.
    public void dress(Scene scene, Subscriptions subscriptions) {
        subscriptions.watch(appearance, now -> apply(scene));
        subscriptions.add(
                Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> apply(scene)));
    }

    /// Dresses `scene` for the language that is spoken now.
    public void languageChanged(Scene scene) {
        apply(scene);
    }

    private void apply(Scene scene) {
        boolean dark = isDark();
        Appearance now = appearance.get();
        String primer = (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
        if (!primer.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(primer);
        }
        TextSize.set(now.textSize());
        boolean opaque = !Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW);
        // Sheets of the scene, not states of its root: menus and tooltips have roots of their own.
        scene.getStylesheets()
                .setAll(StyleSheets.of(now, dark, opaque, Fonts.inPlaceOfInter(Texts.language())));
    }

    private boolean isDark() {
        return switch (appearance.get().theme()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }
}
