package dev.hearth.ui.notices;

import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import dev.hearth.ui.kit.Directory;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.Shown;
import dev.hearth.ui.kit.Texts;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The notices of one chat: which arrivals become one, and how long it stays. FX thread only.
public final class NoticesViewModel {
    private static final Duration SHOWN_FOR = Duration.ofSeconds(8);
    private static final int MOST = 3;

    private final NoticeTools tools;
    private final NoticeRooms rooms;
    private final Directory people;
    private final FxContext context;
    private final Consumer<RoomId> open;
    private final ObservableList<Notice> shown = FXCollections.observableArrayList();
    private final ObservableList<Notice> shownOnly =
            FXCollections.unmodifiableObservableList(shown);
    private final Map<Notice, Subscription> ends = new HashMap<>();
    private BooleanSupplier focused = () -> true;

    /// @param open shows a room
    public NoticesViewModel(
            NoticeTools tools,
            NoticeRooms rooms,
            Directory people,
            FxContext context,
            Consumer<RoomId> open) {
        this.tools = tools;
        this.rooms = rooms;
        this.people = people;
        this.context = context;
        this.open = open;
    }

    /// @param asked whether the window has the person's attention
    public void focusedWhen(BooleanSupplier asked) {
        focused = asked;
    }

    /// The notices in the window, the latest last; one of each room.
    public ObservableList<Notice> shown() {
        return shownOnly;
    }

    /// Somebody said something.
    public void arrived(Arrival arrival) {
        RoomId room = arrival.message().room();
        boolean away = !focused.getAsBoolean();
        if (!isWanted(arrival) || tools.quiet().isOn() || (rooms.isShown(room) && !away)) {
            return;
        }
        Notice notice = notice(arrival.message());
        if (away) {
            tools.system()
                    .show(
                            notice.title(),
                            notice.text(),
                            tools.wishes().sound(),
                            () -> context.fx().execute(() -> comeForward(room)));
        }
        if (!rooms.isShown(room)) {
            show(notice);
        }
    }

    private boolean isWanted(Arrival arrival) {
        RoomId room = arrival.message().room();
        return switch (tools.wishes().of(room)) {
            case ALL -> true;
            case MENTIONS -> arrival.calls() || rooms.isDirect(room);
            case NONE -> false;
        };
    }

    private Notice notice(Message message) {
        RoomId room = message.room();
        String author = people.author(message);
        String title =
                rooms.isDirect(room) || rooms.name(room).isEmpty()
                        ? author
                        : Texts.text("notice.title", author, rooms.name(room));
        return new Notice(room, author, title, Shown.line(message));
    }

    private void show(Notice notice) {
        seen(notice.room());
        if (shown.size() == MOST) {
            close(shown.getFirst());
        }
        shown.add(notice);
        ends.put(notice, context.timers().once(SHOWN_FOR, () -> close(notice)));
    }

    /// The room was opened: there is nothing to tell of it any more.
    public void seen(RoomId room) {
        shown.stream().filter(it -> it.room().equals(room)).toList().forEach(this::close);
    }

    public void close(Notice notice) {
        @Nullable Subscription end = ends.remove(notice);
        if (end != null) {
            end.unsubscribe();
        }
        shown.remove(notice);
    }

    /// The person follows a notice.
    public void follow(Notice notice) {
        close(notice);
        open.accept(notice.room());
    }

    private void comeForward(RoomId room) {
        tools.comeForward().run();
        if (!rooms.name(room).isEmpty()) {
            open.accept(room);
        }
    }

    /// Takes all notices away.
    public void closeAll() {
        shown.stream().toList().forEach(this::close);
    }
}
