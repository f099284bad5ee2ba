package dev.hearth.ui.shell;

import dev.hearth.client.ChatConnector;
import dev.hearth.client.DialectCatalogue;
import dev.hearth.net.Neighbourhood;
import dev.hearth.ui.kit.Preferences;
import dev.hearth.ui.notices.SystemNotices;
import dev.hearth.ui.settings.Folders;
import dev.hearth.ui.start.HostLauncher;
import java.time.Clock;

/// What a window is made of, given by `dev.hearth.app`.
///
/// @param clock also says in which zone times are shown
/// @param version for the About sheet, like `0.1.0`
/// @param notices tells what comes while other programs are used
/// @param known tells whether two addresses are of one host
/// @param neighbourhood where chats are found
/// @param folders where things are on this computer, for the settings
/// @param dialects what servers can be talked with in
public record WindowParts(
        ChatConnector connector,
        HostLauncher hosts,
        Preferences preferences,
        Clock clock,
        String version,
        SystemNotices notices,
        KnownHosts known,
        Neighbourhood neighbourhood,
        Folders folders,
        DialectCatalogue dialects) {
    /// On a system that has no notices, keeping nothing.
    public WindowParts(
            ChatConnector connector,
            HostLauncher hosts,
            Preferences preferences,
            Clock clock,
            String version) {
        this(
                connector,
                hosts,
                preferences,
                clock,
                version,
                SystemNotices.NONE,
                KnownHosts.NONE,
                Neighbourhood.NONE,
                Folders.NONE,
                DialectCatalogue.NONE);
    }
}
