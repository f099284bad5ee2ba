package dev.hearth.app;

import dev.hearth.settings.Appearance;
import dev.hearth.settings.DraftStore;
import dev.hearth.settings.Language;
import dev.hearth.settings.NoticeSettings;
import dev.hearth.settings.RecentChat;
import dev.hearth.settings.Settings.WindowSize;
import dev.hearth.settings.SettingsStore;
import dev.hearth.ui.kit.Drafts;
import dev.hearth.ui.kit.Preferences;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
    public Appearance appearance() {
        return store.current().appearance();
    }

    @Override
    public void rememberAppearance(Appearance appearance) {
        store.update(settings -> settings.withAppearance(appearance));
    }

    @Override
    public Optional<Language> language() {
        return store.current().language();
    }

    @Override
    public void rememberLanguage(Optional<Language> language) {
        store.update(settings -> settings.withLanguage(language));
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
    public boolean announces() {
        return store.current().announced();
    }

    @Override
    public void rememberAnnouncing(boolean announced) {
        store.update(settings -> settings.withAnnounced(announced));
    }

    @Override
    public List<RecentChat> recentChats() {
        return store.current().recent();
    }

    @Override
    public void rememberChat(RecentChat chat) {
        store.update(settings -> settings.withRecent(chat));
    }

    @Override
    public void noteChat(RecentChat chat) {
        store.update(settings -> settings.withNoted(chat));
    }

    @Override
    public void forgetChat(String address) {
        store.update(settings -> settings.withoutRecent(address));
    }

    @Override
    public NoticeSettings notices() {
        return store.current().notices();
    }

    @Override
    public void rememberNotices(UnaryOperator<NoticeSettings> change) {
        store.update(settings -> settings.withNotices(change.apply(settings.notices())));
    }

    @Override
    public Optional<WindowSize> windowSize() {
        return Optional.of(store.current().window());
    }

    @Override
    public void rememberWindowSize(WindowSize size) {
        store.update(settings -> settings.withWindow(size));
    }
}
