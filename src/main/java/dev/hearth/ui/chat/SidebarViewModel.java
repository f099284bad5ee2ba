package dev.hearth.ui.chat;

import dev.hearth.model.Membership;
import dev.hearth.model.Names;
import dev.hearth.model.Presence;
import dev.hearth.ui.kit.Shown;
import dev.hearth.ui.kit.SpanList;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.rooms.RoomItem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/// The lines of the sidebar: rooms, conversations of two, rooms to join, people who are here, and
/// those who are away; all, or those that are called as the search field says. FX thread only.
final class SidebarViewModel {
    private final SessionViewModel session;
    private final StringProperty filter = new SimpleStringProperty("");
    private final SpanList<SidebarItem> items = new SpanList<>();

    SidebarViewModel(SessionViewModel session) {
        this.session = session;
        filter.subscribe(this::refresh);
    }

    StringProperty filterProperty() {
        return filter;
    }

    ObservableList<SidebarItem> items() {
        return items;
    }

    void attach(Subscriptions subscriptions) {
        subscriptions.add(session.rooms().items().subscribe(this::refresh));
        subscriptions.add(session.others().subscribe(this::refresh));
        subscriptions.watch(session.openProperty(), room -> refresh());
        subscriptions.watch(session.connectionProperty(), state -> refresh());
    }

    private void refresh() {
        List<SidebarItem> now = new ArrayList<>();
        addRooms(now);
        addPeople(now);
        if (now.isEmpty()) {
            now.add(new SidebarItem.Nothing());
        }
        items.show(now);
    }

    private void addRooms(List<SidebarItem> now) {
        add(now, "rail.rooms", session.canOpenRooms(), this::isOrdinary);
        add(now, "rail.direct", false, RoomItem::isDirect);
        add(
                now,
                "rail.more",
                false,
                item -> !item.isDirect() && isThere(item) && !isOrdinary(item));
    }

    /// On some servers people only write to each other.
    private boolean isThere(RoomItem item) {
        return session.hasLobby() || !session.isFirst(item.id());
    }

    /// Whether it is a room that the person is in, or may come into.
    private boolean isOrdinary(RoomItem item) {
        return !item.isDirect()
                && isThere(item)
                && (item.isIn() || item.head().membership() == Membership.INVITED);
    }

    private void add(
            List<SidebarItem> now, String title, boolean opensRooms, Predicate<RoomItem> which) {
        List<SidebarItem> rooms =
                session.rooms().items().stream()
                        .filter(which)
                        .filter(item -> matches(item.title()))
                        .map(this::room)
                        .toList();
        if (!rooms.isEmpty()) {
            now.add(new SidebarItem.Section(Texts.text(title), opensRooms));
            now.addAll(rooms);
        }
    }

    private SidebarItem room(RoomItem item) {
        boolean online =
                item.head()
                        .with()
                        .filter(with -> session.knowsOthers() && session.people().isHere(with))
                        .isPresent();
        return new SidebarItem.Room(item, item.id().equals(session.room().id()), online);
    }

    private void addPeople(List<SidebarItem> now) {
        List<Presence> others =
                session.knowsOthers()
                        ? session.others().stream()
                                .filter(each -> matches(Shown.name(each.person())))
                                .toList()
                        : List.of();
        if (session.people().areTold()) {
            addPeople(now, "rail.here", others.stream().filter(Presence::online).toList());
            addPeople(now, "rail.gone", others.stream().filter(each -> !each.online()).toList());
        } else {
            addPeople(now, "rail.people", others);
        }
    }

    private void addPeople(List<SidebarItem> now, String title, List<Presence> people) {
        if (!people.isEmpty()) {
            boolean told = session.people().areTold();
            now.add(new SidebarItem.Section(Texts.text(title, people.size()), false));
            people.forEach(each -> now.add(new SidebarItem.Someone(each, told)));
        }
    }

    private boolean matches(String name) {
        String wish = Names.folded(filter.getValueSafe());
        return wish.isEmpty() || Names.folded(name).contains(wish);
    }
}
