package dev.hearth.ui.timeline;

import dev.hearth.model.Delivery;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.model.PersonId;
import dev.hearth.ui.kit.Directory;
import dev.hearth.ui.kit.FxContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/// What a room's timeline shows: the list, what may be older than it, who has seen what. Events are
/// told with the methods in the past tense, and [#flush] brings what they changed into the list. FX
/// thread only.
public final class TimelineModel {
    private final Directory people;
    private final FxContext context;
    private final MessageRequests requests;
    private final ReadOnlyIntegerProperty unread;
    private final TimelineItems timeline = new TimelineItems();

    // Made once: the view is a listener of its list.
    private final ObservableList<Item> items =
            FXCollections.unmodifiableObservableList(timeline.items());

    private final ReadMarksModel marks = new ReadMarksModel();
    private final RedrawRequests redraws = new RedrawRequests();
    private final SelectedMessages selected = new SelectedMessages(timeline, redraws);
    private final ReadOnlyObjectWrapper<OlderStep> older =
            new ReadOnlyObjectWrapper<>(OlderStep.NONE);
    private final NewMessages fresh = new NewMessages();
    private final ReadOnlyObjectWrapper<Optional<EntryId>> firstNew =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<ReadMarksModel.Seen> seen = Optional.empty();
    private final MessageSeeker seeker = new MessageSeeker(this);
    private OptionalLong newest = OptionalLong.empty();

    /// @param unread messages of others that came while nobody was looking
    public TimelineModel(
            Directory people,
            FxContext context,
            MessageRequests requests,
            ReadOnlyIntegerProperty unread) {
        this.people = people;
        this.context = context;
        this.requests = requests;
        this.unread = unread;
    }

    /// Oldest first. A burst of messages is one change.
    public ObservableList<Item> items() {
        return items;
    }

    public ReadOnlyObjectProperty<OlderStep> olderProperty() {
        return older.getReadOnlyProperty();
    }

    public RedrawRequests redraws() {
        return redraws;
    }

    /// The messages with which something is to be done together.
    public SelectedMessages selected() {
        return selected;
    }

    public int indexOf(EntryId id) {
        return timeline.indexOf(id);
    }

    public Optional<Message> message(EntryId id) {
        return timeline.message(id);
    }

    /// The person's own last message, if it can be edited.
    public Optional<Message> lastEditable() {
        return timeline.lastEditable();
    }

    /// Who has seen this message; empty for all but the person's own last one.
    public Set<PersonId> seenBy(Message message) {
        return seen.filter(mark -> mark.message().id().equals(message.id()))
                .map(ReadMarksModel.Seen::by)
                .orElse(Set.of());
    }

    /// Asks for a page of older messages, unless it is on its way or there are none.
    public void showOlder() {
        if (older.get() == OlderStep.MORE && !items.isEmpty()) {
            older.set(OlderStep.LOADING);
            requests.showOlder();
        }
    }

    /// Loads older messages until one is there, in place of what was sought before.
    ///
    /// @param seq its place in the log
    /// @param told whether it is there now, or has not come within bounds; at the earliest when
    ///   this has returned
    /// @return ends it; then nothing is told
    public Subscription seek(EntryId id, long seq, Consumer<Boolean> told) {
        return seeker.seek(id, seq, told);
    }

    /// The first message since a moment among those that are loaded; empty where there is none.
    public Optional<LoadedSince> firstSince(Instant moment) {
        boolean isFirst = older.get() == OlderStep.BEGINNING || older.get() == OlderStep.NONE;
        for (Item item : items) {
            if (item.at().isBefore(moment)) {
                isFirst = true;
            } else if (item instanceof Item.Said(Message message)) {
                return Optional.of(new LoadedSince(message.id(), message.seq(), isFirst));
            }
        }
        return Optional.empty();
    }

    /// The number of the oldest entry that is shown.
    OptionalLong oldest() {
        return timeline.oldest();
    }

    ReadOnlyIntegerProperty unreadProperty() {
        return unread;
    }

    Directory people() {
        return people;
    }

    FxContext context() {
        return context;
    }

    MessageRequests requests() {
        return requests;
    }

    boolean canEdit() {
        return requests.canEdit();
    }

    String roomName() {
        return requests.roomName();
    }

    /// @return whether it is new here
    public boolean added(Message message) {
        boolean added = timeline.add(message);
        reached(message.seq());
        if (added && message.own() && message.delivery() instanceof Delivery.Sending) {
            fresh.forget();
        }
        return added;
    }

    /// @return whether it says something else now
    public boolean changed(Message message) {
        Optional<Message> before = timeline.change(message);
        reached(message.seq());
        boolean other = before.filter(old -> !said(old).equals(said(message))).isPresent();
        if (other) {
            redraws.changed(answers(Set.of(message.id())));
        }
        return other;
    }

    /// What a quotation shows of a message.
    private static List<Object> said(Message message) {
        return List.of(message.text(), message.details().deleted());
    }

    private static Predicate<Item> answers(Set<EntryId> ids) {
        return item ->
                item instanceof Item.Said said
                        && said.message().details().replyTo().filter(ids::contains).isPresent();
    }

    public void removed(EntryId id) {
        timeline.remove(id);
    }

    /// @param more whether there are still older ones
    public void prepended(List<Message> messages, boolean more) {
        timeline.prepend(messages);
        older.set(more ? OlderStep.MORE : OlderStep.BEGINNING);
        messages.forEach(message -> reached(message.seq()));
        redraws.changed(answers(messages.stream().map(Message::id).collect(Collectors.toSet())));
    }

    public void happened(Entry entry) {
        reached(OptionalLong.of(entry.seq()));
        if (RoomEventText.areTold(entry.payload())) {
            timeline.note(entry);
        }
    }

    public void readBy(PersonId person, long seq) {
        marks.heard(person, seq);
    }

    public void renamed() {
        redraws.changed(item -> true);
    }

    /// Everything is void but what is on its way.
    public void reset() {
        timeline.reset();
        fresh.forget();
        marks.clear();
        newest = OptionalLong.empty();
        older.set(requests.hasHistory() ? OlderStep.MORE : OlderStep.NONE);
    }

    /// The server counts from the beginning again. What is shown stays; what is numbered from now
    /// on is not compared with it.
    public void beginsAgain() {
        fresh.forget();
        marks.clear();
        newest = OptionalLong.empty();
    }

    /// @param ordered whether a message's number is its place for good
    public void serverKnown(boolean ordered) {
        timeline.ordered(ordered);
    }

    /// What was asked for before a cut may never be answered.
    public void online() {
        if (older.get() == OlderStep.NONE || older.get() == OlderStep.LOADING) {
            older.set(requests.hasHistory() ? OlderStep.MORE : OlderStep.NONE);
        }
    }

    /// The number of the newest entry that came in; empty where there is none.
    public OptionalLong newest() {
        return newest;
    }

    private void reached(OptionalLong seq) {
        seq.ifPresent(now -> newest = OptionalLong.of(Math.max(newest.orElse(0), now)));
    }

    /// Shows what was told since the last time.
    public void flush() {
        timeline.flush();
        selected.follow();
        fresh.lookIn(items, older.get() == OlderStep.BEGINNING);
        showNew();
        redraws.flush();
    }

    private void showNew() {
        Optional<EntryId> before = firstNew.get();
        Optional<EntryId> now = fresh.first();
        if (!now.equals(before)) {
            firstNew.set(now);
            Predicate<Item> touched =
                    item ->
                            before.filter(item.id()::equals).isPresent()
                                    || now.filter(item.id()::equals).isPresent();
            redraws.changed(touched);
        }
    }

    /// The first message that the person had not seen when the room was opened, or came to the
    /// front; empty where there is none, or as long as it is not held.
    ReadOnlyObjectProperty<Optional<EntryId>> firstNewProperty() {
        return firstNew.getReadOnlyProperty();
    }

    boolean isFirstNew(EntryId id) {
        return firstNew.get().filter(id::equals).isPresent();
    }

    /// Whether there are new messages of which the first is not held yet.
    boolean awaitsNew() {
        return fresh.isSought();
    }

    /// So much is unread here while nobody looks.
    ///
    /// @param readSeq the number up to which the person has seen it
    /// @return whether that is news
    public boolean unread(int count, long readSeq) {
        return fresh.unread(count, readSeq);
    }

    /// All there is was seen: what comes while nobody looks is new from then on.
    public void looked() {
        fresh.looked();
    }

    /// The person turns to another room.
    public void left() {
        fresh.forget();
        showNew();
    }

    /// The latest messages are being looked at: the others are told so, once.
    public void look() {
        if (newest.isPresent() && marks.readOneself(newest.getAsLong())) {
            requests.read(newest.getAsLong());
        }
    }

    /// Shows who has seen the person's own last message.
    public void showSeen() {
        Optional<ReadMarksModel.Seen> now =
                timeline.lastOwn().flatMap(last -> marks.seen(last, people.you().id()));
        if (!now.equals(seen)) {
            Set<EntryId> touched =
                    Stream.of(seen, now)
                            .flatMap(Optional::stream)
                            .map(mark -> mark.message().id())
                            .collect(Collectors.toSet());
            seen = now;
            redraws.changed(item -> touched.contains(item.id()));
        }
        redraws.flush();
    }
}
