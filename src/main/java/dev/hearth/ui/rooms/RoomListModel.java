package dev.hearth.ui.rooms;

import dev.hearth.model.Membership;
import dev.hearth.model.Mentions;
import dev.hearth.model.Message;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomActivity;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.model.SafeText;
import dev.hearth.ui.kit.Directory;
import dev.hearth.ui.kit.LastSaid;
import dev.hearth.ui.kit.Shown;
import dev.hearth.ui.kit.SpanList;
import dev.hearth.ui.kit.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Which rooms there are, and what is unread in them. Events are told with the methods in the past
/// tense, and [#flush] brings what they changed into the list. FX thread only.
public final class RoomListModel {
    private static final Comparator<RoomItem> BY_NAME =
            Comparator.comparing(RoomItem::title, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(item -> item.id().value());

    /// Conversations of two stand as in a messenger: the latest first.
    private static final Comparator<RoomItem> BY_LATEST =
            Comparator.comparing((RoomItem item) -> item.lastAt().orElse(Instant.MAX)).reversed();

    private final Directory people;
    private final RoomId first;
    private final Map<RoomId, KnownRoom> known = new LinkedHashMap<>();
    private final SpanList<RoomItem> items = new SpanList<>();
    private final ObservableList<RoomItem> shownItems =
            FXCollections.unmodifiableObservableList(items);
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper calls = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<LastSaid>> latest =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean stale = true;

    /// @param first the room that every server has; it stands on top
    public RoomListModel(Directory people, RoomId first) {
        this.people = people;
        this.first = first;
        known(first).listed = true;
        flush(Optional.empty());
    }

    /// A room of which nothing was told but its id.
    private static RoomHead unknown(RoomId id) {
        return new RoomHead(
                id, id.value(), "", RoomKind.PUBLIC, 0, 0, Membership.MEMBER, 0, Optional.empty());
    }

    private KnownRoom known(RoomId id) {
        return known.computeIfAbsent(id, absent -> new KnownRoom(unknown(absent)));
    }

    /// The first room, the others by name, then conversations of two, the latest first.
    public ObservableList<RoomItem> items() {
        return shownItems;
    }

    public Optional<RoomItem> item(RoomId id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /// The conversation with somebody, where there is one.
    public Optional<RoomId> directWith(PersonId person) {
        return items.stream()
                .filter(RoomItem::isDirect)
                .filter(item -> item.head().with().filter(person::equals).isPresent())
                .map(RoomItem::id)
                .findFirst();
    }

    /// The room of the person's that stands `by` places after `from`, round the end of the list.
    public Optional<RoomId> beyond(RoomId from, int by) {
        List<RoomId> mine =
                items.stream()
                        .filter(item -> item.isIn() || item.id().equals(from))
                        .map(RoomItem::id)
                        .toList();
        return mine.isEmpty()
                ? Optional.empty()
                : Optional.of(mine.get(Math.floorMod(mine.indexOf(from) + by, mine.size())));
    }

    /// Unread messages in a room.
    public ReadOnlyIntegerProperty unreadProperty(RoomId id) {
        return known(id).count.getReadOnlyProperty();
    }

    /// Unread messages in a room, those among them that [#flush] has not shown yet.
    public int unreadNow(RoomId id) {
        return known(id).unread.count();
    }

    /// The number up to which the person has seen a room; 0 where nothing is numbered.
    public long readSeq(RoomId id) {
        return known(id).unread.readSeq();
    }

    /// Unread messages in all rooms the person is in.
    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// How many of the unread messages call the person.
    public ReadOnlyIntegerProperty callsProperty() {
        return calls.getReadOnlyProperty();
    }

    public void changed(List<RoomHead> heads) {
        for (RoomHead head : heads) {
            KnownRoom room = known(head.id());
            room.head = head;
            room.listed = true;
            room.unread.readUpTo(head.readSeq());
            changed(room);
        }
    }

    /// The room looks different from now on.
    private void changed(KnownRoom room) {
        room.item = null;
        stale = true;
    }

    public void gone(RoomId id) {
        stale |= known.remove(id) != null;
        known(first).listed = true;
    }

    /// A message that was not shown before.
    public void added(Message message) {
        KnownRoom room = known(message.room());
        if (!message.own()) {
            room.unread.added(
                    message, Mentions.call(message.text(), message.from(), people.you().name()));
            changed(room);
        }
        preview(room, message);
    }

    /// What the client counted in a room, open or not.
    ///
    /// @return whether the server counts from the beginning again, since the log is another
    public boolean active(RoomActivity activity) {
        KnownRoom room = known(activity.room());
        boolean again = room.unread.counted(activity);
        activity.last().ifPresent(last -> preview(room, last));
        changed(room);
        return again;
    }

    /// A message that is known was changed, or is older than others.
    public void seen(Message message) {
        preview(known(message.room()), message);
    }

    private void preview(KnownRoom room, Message message) {
        @Nullable Message last = room.last;
        if (last == null || last.id().equals(message.id()) || !message.at().isBefore(last.at())) {
            room.last = message;
            changed(room);
        }
    }

    public void readUpTo(RoomId id, long seq) {
        KnownRoom room = known(id);
        room.unread.readUpTo(seq);
        changed(room);
    }

    public void reset(RoomId id) {
        KnownRoom room = known(id);
        room.unread.clear();
        room.last = null;
        changed(room);
    }

    /// What was begun in a room; empty for nothing.
    public void drafted(RoomId id, String text) {
        KnownRoom room = known(id);
        if (!text.equals(room.draft)) {
            room.draft = text;
            changed(room);
        }
    }

    /// Somebody has another name, which may be that of a conversation.
    public void renamed() {
        known.values().forEach(this::changed);
    }

    /// Brings [#items] up to date, in one change, when anything happened.
    ///
    /// @param looked the room whose latest messages are being looked at
    public void flush(Optional<RoomId> looked) {
        looked.map(this::known)
                .filter(room -> room.unread.count() > 0)
                .ifPresent(
                        room -> {
                            room.unread.readAll();
                            changed(room);
                        });
        if (!stale) {
            return;
        }
        stale = false;
        List<RoomItem> now = ordered();
        known.values().forEach(room -> room.count.set(room.unread.count()));
        total.set(now.stream().filter(RoomItem::isIn).mapToInt(RoomItem::unread).sum());
        calls.set(now.stream().filter(RoomItem::isIn).mapToInt(RoomItem::mentions).sum());
        items.show(now);
        latest.set(latest());
    }

    /// What was said last in any of the person's rooms.
    public ReadOnlyObjectProperty<Optional<LastSaid>> latestProperty() {
        return latest.getReadOnlyProperty();
    }

    private Optional<LastSaid> latest() {
        return known.values().stream()
                .filter(room -> room.listed && room.head.membership() == Membership.MEMBER)
                .flatMap(room -> Stream.ofNullable(room.last))
                .max(Comparator.comparing(Message::at))
                .map(this::lastSaid);
    }

    private LastSaid lastSaid(Message last) {
        String line = last.details().deleted() ? "" : said(known(last.room()), last, false);
        return new LastSaid(last.id(), line, last.at());
    }

    private List<RoomItem> ordered() {
        List<RoomItem> all =
                known.values().stream().filter(room -> room.listed).map(this::item).toList();
        List<RoomItem> now = new ArrayList<>();
        all.stream().filter(item -> item.id().equals(first)).forEach(now::add);
        all.stream()
                .filter(item -> !item.id().equals(first) && !item.isDirect())
                .sorted(BY_NAME)
                .forEach(now::add);
        all.stream().filter(RoomItem::isDirect).sorted(BY_LATEST).forEach(now::add);
        return now;
    }

    private RoomItem item(KnownRoom room) {
        @Nullable RoomItem shown = room.item;
        if (shown == null) {
            shown = made(room);
            room.item = shown;
        }
        return shown;
    }

    private RoomItem made(KnownRoom room) {
        // Whatever is said among two calls the other.
        boolean direct = room.head.kind() == RoomKind.DIRECT;
        boolean begun = !SafeText.isBlank(room.draft);
        return new RoomItem(
                room.head,
                title(room.head),
                room.unread.count(),
                direct ? room.unread.count() : room.unread.mentions(),
                begun,
                begun ? room.line(room.draft) : said(room, direct),
                Optional.ofNullable(room.last).map(Message::at));
    }

    private String said(KnownRoom room, boolean direct) {
        @Nullable Message last = room.last;
        return last == null ? Shown.line(room.head.topic()) : said(room, last, direct);
    }

    /// @param direct whether it is clear who the others are
    private String said(KnownRoom room, Message last, boolean direct) {
        String text = last.details().deleted() ? Shown.line(last) : room.line(last.text());
        boolean named = last.own() || (!direct && last.from().isKnown());
        return named ? Texts.text("room.said", people.author(last), text) : text;
    }

    private String title(RoomHead head) {
        if (head.kind() == RoomKind.DIRECT) {
            return head.with()
                    .flatMap(people::name)
                    .filter(name -> !name.isEmpty())
                    .orElse(Texts.text("message.someone"));
        }
        String name = Shown.line(head.name());
        return name.startsWith("#") ? name.substring(1) : name;
    }
}
