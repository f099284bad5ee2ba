package dev.hearth.ui.fakes;

import dev.hearth.settings.Appearance;
import dev.hearth.settings.Language;
import dev.hearth.settings.NoticeSettings;
import dev.hearth.settings.RecentChat;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.kit.Preferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Preferences that last as long as the test. One thread.
public final class FakePreferences implements Preferences {
    private String name = "";
    private Appearance appearance = Appearance.DEFAULTS.withTheme(ThemeChoice.LIGHT);
    private Optional<Language> language = Optional.of(Language.ENGLISH);
    private int port = 3000;
    private boolean announces = true;
    private NoticeSettings notices = NoticeSettings.DEFAULTS;
    private final List<RecentChat> recent = new ArrayList<>();
    private int noted;

    public static FakePreferences of(String name) {
        var preferences = new FakePreferences();
        preferences.name = name;
        return preferences;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void rememberName(String newName) {
        name = newName;
    }

    public ThemeChoice theme() {
        return appearance.theme();
    }

    public void rememberTheme(ThemeChoice theme) {
        appearance = appearance.withTheme(theme);
    }

    @Override
    public Appearance appearance() {
        return appearance;
    }

    @Override
    public void rememberAppearance(Appearance newAppearance) {
        appearance = newAppearance;
    }

    @Override
    public Optional<Language> language() {
        return language;
    }

    @Override
    public void rememberLanguage(Optional<Language> newLanguage) {
        language = newLanguage;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void rememberPort(int newPort) {
        port = newPort;
    }

    @Override
    public boolean announces() {
        return announces;
    }

    @Override
    public void rememberAnnouncing(boolean announced) {
        announces = announced;
    }

    @Override
    public List<RecentChat> recentChats() {
        return List.copyOf(recent);
    }

    @Override
    public void rememberChat(RecentChat chat) {
        forgetChat(chat.address());
        recent.addFirst(chat);
    }

    public void rememberAddress(String address) {
        rememberChat(RecentChat.at(address));
    }

    public List<String> recentAddresses() {
        return recent.stream().map(RecentChat::address).toList();
    }

    @Override
    public void noteChat(RecentChat chat) {
        noted++;
        recent.replaceAll(each -> each.address().equals(chat.address()) ? chat : each);
    }

    /// How often something was told of a recent chat.
    public int noted() {
        return noted;
    }

    @Override
    public void forgetChat(String address) {
        recent.removeIf(each -> each.address().equals(address));
    }

    @Override
    public NoticeSettings notices() {
        return notices;
    }

    @Override
    public void rememberNotices(UnaryOperator<NoticeSettings> change) {
        notices = change.apply(notices);
    }
}
