package dev.hearth.ui.notices;

import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import dev.hearth.ui.kit.Directory;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.Shown;
import dev.hearth.ui.kit.Texts;
import java.util.Optional;
import java.util.function.Consumer;

/// The notices of one chat, which may be shown or not: which arrivals become one, and where it
/// leads. FX thread only.
public final class NoticesViewModel {
    private final NoticeTools tools;
    private final NoticeRooms rooms;
    private final Directory people;
    private final FxContext context;
    private final Consumer<RoomId> open;

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

    private String chat() {
        return tools.wishes().chat();
    }

    /// Somebody said something.
    public void arrived(Arrival arrival) {
        RoomId room = arrival.message().room();
        boolean away = !tools.window().isFocused();
        boolean shown = tools.window().showsChat() && rooms.isShown(room);
        if (!isWanted(arrival) || tools.quiet().isOn() || (shown && !away)) {
            return;
        }
        Notice notice = notice(arrival.message(), away);
        if (away) {
            tools.system()
                    .show(
                            notice.title(),
                            notice.text(),
                            tools.wishes().sound(),
                            () -> context.fx().execute(notice.follow()));
        }
        if (!shown) {
            tools.board().show(notice);
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

    private Notice notice(Message message, boolean away) {
        RoomId room = message.room();
        String author = people.author(message);
        String title =
                rooms.isDirect(room) || rooms.name(room).isEmpty()
                        ? author
                        : Texts.text("notice.title", author, rooms.name(room));
        boolean besideChat = tools.window().showsChat() && !away;
        Optional<String> elsewhere = besideChat ? Optional.empty() : tools.window().chatName();
        return new Notice(
                chat(),
                room,
                author,
                elsewhere.map(chat -> Texts.text("notice.elsewhere", title, chat)).orElse(title),
                Shown.line(message),
                () -> comeForward(room));
    }

    /// The room is looked at: there is nothing to tell of it any more.
    public void seen(RoomId room) {
        tools.board().seen(chat(), room);
    }

    private void comeForward(RoomId room) {
        if (tools.window().comeForward() && !rooms.name(room).isEmpty()) {
            open.accept(room);
        }
    }

    /// Takes all notices of the chat away.
    public void closeAll() {
        tools.board().closeAll(chat());
    }
}
