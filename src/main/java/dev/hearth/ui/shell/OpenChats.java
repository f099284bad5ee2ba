package dev.hearth.ui.shell;

import dev.hearth.ui.kit.Subscriptions;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The chats that are open, each with its own connection, in the order in which they were opened;
/// which of them is shown, and what is unread in all of them. FX thread only.
final class OpenChats {
    private final ObservableList<OpenChat> all = FXCollections.observableArrayList();
    private final ObservableList<OpenChat> shownAll = FXCollections.unmodifiableObservableList(all);
    private final ReadOnlyObjectWrapper<Optional<OpenChat>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final Map<OpenChat, Subscriptions> watched = new HashMap<>();

    /// The chat that is shown, or was before the start screen.
    private Optional<OpenChat> last = Optional.empty();

    ObservableList<OpenChat> all() {
        return shownAll;
    }

    /// The chat that is shown; empty for the start screen.
    ReadOnlyObjectProperty<Optional<OpenChat>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    Optional<OpenChat> shown() {
        return shown.get();
    }

    boolean isShown(OpenChat chat) {
        return shown().filter(chat::equals).isPresent();
    }

    boolean isOpen(OpenChat chat) {
        return all.contains(chat);
    }

    /// Messages of others, in all rooms of all chats, that came while nobody was looking.
    ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /// The chat that this program hosts.
    Optional<OpenChat> hosted() {
        return all.stream().filter(OpenChat::isHosted).findFirst();
    }

    /// The chat that an address leads to, if it is open.
    Optional<OpenChat> at(URI server) {
        return all.stream().filter(chat -> chat.isAt(server)).findFirst();
    }

    /// A chat was entered: it is shown.
    void add(OpenChat chat) {
        var subscriptions = new Subscriptions();
        subscriptions.add(chat.model().unreadProperty().subscribe((before, now) -> count()));
        watched.put(chat, subscriptions);
        all.add(chat);
        count();
        show(chat);
    }

    private void count() {
        unread.set(all.stream().mapToInt(chat -> chat.model().unreadProperty().get()).sum());
    }

    /// Shows a chat, if it is open.
    void show(OpenChat chat) {
        if (isOpen(chat)) {
            last = Optional.of(chat);
            shown.set(last);
        }
    }

    /// Shows the start screen; all chats go on.
    void showStart() {
        shown.set(Optional.empty());
    }

    /// From the start screen to the chat that was shown before; stays where no chat is open.
    void back() {
        last.ifPresent(this::show);
    }

    /// The chat that [#back] leads to.
    Optional<OpenChat> before() {
        return last;
    }

    /// Shows the chat `by` places further down, round the end.
    void showNext(int by) {
        last.filter(chat -> !all.isEmpty())
                .map(chat -> shown().isPresent() ? all.indexOf(chat) + by : all.indexOf(chat))
                .ifPresent(index -> show(all.get(Math.floorMod(index, all.size()))));
    }

    /// Shows the chat at a place, from 0 on, if there is one.
    void showAt(int index) {
        if (index >= 0 && index < all.size()) {
            show(all.get(index));
        }
    }

    /// A chat was left. If it was shown, the one below it takes its place, else the one above it,
    /// else the start screen.
    void remove(OpenChat chat) {
        int index = all.indexOf(chat);
        if (index < 0) {
            return;
        }
        Optional.ofNullable(watched.remove(chat)).ifPresent(Subscriptions::close);
        all.remove(chat);
        count();
        Optional<OpenChat> neighbour =
                all.isEmpty()
                        ? Optional.empty()
                        : Optional.of(all.get(Math.min(index, all.size() - 1)));
        if (last.filter(chat::equals).isPresent()) {
            last = neighbour;
        }
        if (isShown(chat)) {
            shown.set(neighbour);
        }
    }

    /// The window closes.
    ///
    /// @return the chats that were open
    List<OpenChat> removeAll() {
        List<OpenChat> were = List.copyOf(all);
        watched.values().forEach(Subscriptions::close);
        watched.clear();
        last = Optional.empty();
        shown.set(last);
        all.clear();
        return were;
    }
}
