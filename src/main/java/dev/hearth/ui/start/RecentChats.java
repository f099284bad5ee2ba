package dev.hearth.ui.start;

import dev.hearth.lan.ServerAddress;
import dev.hearth.model.HearthException;
import dev.hearth.settings.RecentChat;
import dev.hearth.ui.kit.Preferences;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The chats that were joined before, the latest first: one chat has one place, however its address
/// was typed. FX thread only.
public final class RecentChats {
    private final Preferences preferences;
    private final ObservableList<RecentChat> all = FXCollections.observableArrayList();
    private final ObservableList<RecentChat> shownAll =
            FXCollections.unmodifiableObservableList(all);

    public RecentChats(Preferences preferences) {
        this.preferences = preferences;
        read();
    }

    private void read() {
        List<RecentChat> now = preferences.recentChats();
        if (!now.equals(all)) {
            all.setAll(now);
        }
    }

    ObservableList<RecentChat> all() {
        return shownAll;
    }

    /// A chat was entered by the address that was typed: it is first now.
    void joined(String typed) {
        List<RecentChat> before = at(ServerAddress.parse(typed)).toList();
        before.forEach(each -> preferences.forgetChat(each.address()));
        preferences.rememberChat(
                before.isEmpty() ? RecentChat.at(typed) : before.getFirst().as(typed));
        read();
    }

    /// Takes the chat at `address` from the list, with all that was kept of it here.
    void forget(String address) {
        preferences.forgetChat(address);
        read();
    }

    /// Tells more of the chat at `server`. One that is not in the list stays out of it.
    public void note(URI server, UnaryOperator<RecentChat> more) {
        at(server).map(more).forEach(preferences::noteChat);
        read();
    }

    /// Where the other chats of the list are.
    public List<URI> beside(URI server) {
        return preferences.recentChats().stream()
                .flatMap(each -> server(each).stream())
                .filter(each -> !ServerAddress.isSame(each, server))
                .toList();
    }

    /// The chat at `server` is in the list under another address.
    public void forget(URI server) {
        at(server).map(RecentChat::address).forEach(preferences::forgetChat);
        read();
    }

    private Stream<RecentChat> at(URI server) {
        return preferences.recentChats().stream()
                .filter(
                        each ->
                                server(each)
                                        .filter(it -> ServerAddress.isSame(it, server))
                                        .isPresent());
    }

    private static Optional<URI> server(RecentChat chat) {
        try {
            return Optional.of(ServerAddress.parse(chat.address()));
        } catch (HearthException e) {
            // The settings are a file that people may edit.
            return Optional.empty();
        }
    }
}
