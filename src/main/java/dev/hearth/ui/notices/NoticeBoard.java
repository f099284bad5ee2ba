package dev.hearth.ui.notices;

import dev.hearth.model.RoomId;
import dev.hearth.ui.kit.Timers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The notices in the window, from all chats that are open: one of each room, each for a while. FX
/// thread only.
public final class NoticeBoard {
    private static final Duration SHOWN_FOR = Duration.ofSeconds(8);
    private static final int MOST = 3;

    private final Timers timers;
    private final ObservableList<Notice> shown = FXCollections.observableArrayList();
    private final ObservableList<Notice> shownOnly =
            FXCollections.unmodifiableObservableList(shown);
    private final Map<Notice, Subscription> ends = new HashMap<>();

    public NoticeBoard(Timers timers) {
        this.timers = timers;
    }

    /// The latest last.
    public ObservableList<Notice> shown() {
        return shownOnly;
    }

    void show(Notice notice) {
        seen(notice.chat(), notice.room());
        if (shown.size() == MOST) {
            close(shown.getFirst());
        }
        shown.add(notice);
        ends.put(notice, timers.once(SHOWN_FOR, () -> close(notice)));
    }

    /// The room is looked at: there is nothing to tell of it any more.
    void seen(String chat, RoomId room) {
        closeWhere(notice -> notice.chat().equals(chat) && notice.room().equals(room));
    }

    /// Nothing is told of the chat any more.
    void closeAll(String chat) {
        closeWhere(notice -> notice.chat().equals(chat));
    }

    private void closeWhere(Predicate<Notice> which) {
        shown.stream().filter(which).toList().forEach(this::close);
    }

    void close(Notice notice) {
        @Nullable Subscription end = ends.remove(notice);
        if (end != null) {
            end.unsubscribe();
        }
        shown.remove(notice);
    }

    /// The person follows a notice.
    void follow(Notice notice) {
        close(notice);
        notice.follow().run();
    }
}
