package dev.hearth.app;

import dev.hearth.settings.DraftStore;
import dev.hearth.settings.Settings;
import dev.hearth.settings.Settings.Theme;
import dev.hearth.settings.SettingsStore;
import dev.hearth.ui.kit.Drafts;
import dev.hearth.ui.kit.Preferences;
import dev.hearth.ui.kit.ThemeChoice;
import java.util.List;
import java.util.Optional;

/// What the windows remember, kept in the settings.
final class StoredPreferences implements Preferences {
    private final SettingsStore store;
    private final DraftStore drafts;

    StoredPreferences(SettingsStore store, DraftStore drafts) {
        this.store = store;
        this.drafts = drafts;
    }

    @Override
    public Drafts drafts(String chat) {
        return new Drafts() {
            @Override
            public String draft(String room) {
                return drafts.draft(chat, room);
            }

            @Override
            public void keep(String room, String text) {
                drafts.keep(chat, room, text);
            }
        };
    }

    @Override
    public Optional<String> notice() {
        return store.notice();
    }

    @Override
    public String name() {
        return store.current().name();
    }

    @Override
    public void rememberName(String name) {
        store.update(settings -> settings.withName(name));
    }

    @Override
    public ThemeChoice theme() {
        return switch (store.current().theme()) {
            case LIGHT -> ThemeChoice.LIGHT;
            case DARK -> ThemeChoice.DARK;
            case SYSTEM -> ThemeChoice.SYSTEM;
        };
    }

    @Override
    public void rememberTheme(ThemeChoice choice) {
        Theme theme =
                switch (choice) {
                    case LIGHT -> Theme.LIGHT;
                    case DARK -> Theme.DARK;
                    case SYSTEM -> Theme.SYSTEM;
                };
        store.update(settings -> settings.withTheme(theme));
    }

    @Override
    public int port() {
        return store.current().port();
    }

    @Override
    public void rememberPort(int port) {
        store.update(settings -> settings.withPort(port));
    }

    @Override
    public List<String> recentAddresses() {
        return store.current().recentAddresses();
    }

    @Override
    public void rememberAddress(String address) {
        store.update(settings -> settings.withRecent(address));
    }

    @Override
    public Optional<WindowSize> windowSize() {
        Settings.WindowSize size = store.current().window();
        return Optional.of(new WindowSize(size.width(), size.height()));
    }

    @Override
    public void rememberWindowSize(WindowSize size) {
        store.update(
                settings ->
                        settings.withWindow(
                                new Settings.WindowSize((int) size.width(), (int) size.height())));
    }
}
