package dev.hearth.ui.settings;

import dev.hearth.settings.Appearance;
import dev.hearth.settings.Language;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.LinkOpener;
import dev.hearth.ui.kit.Preferences;
import dev.hearth.ui.kit.Sheets;
import dev.hearth.ui.kit.Toasts;
import dev.hearth.ui.notices.QuietTime;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;

/// What the settings borrow from the window.
///
/// @param name what the person is called in chats to come
/// @param appearance how the window looks; whoever dresses it remembers it
/// @param links opens folders outside
/// @param speak has the window speak a language, or that of the system, and remembers it
/// @param about shows version and licences
public record SettingsTools(
        Preferences preferences,
        StringProperty name,
        ObjectProperty<Appearance> appearance,
        QuietTime quiet,
        Folders folders,
        LinkOpener links,
        FxContext context,
        Sheets sheets,
        Toasts toasts,
        String version,
        Consumer<Optional<Language>> speak,
        Runnable about) {}
