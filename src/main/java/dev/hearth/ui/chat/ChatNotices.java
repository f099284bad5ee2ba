package dev.hearth.ui.chat;

import dev.hearth.model.RoomId;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.notices.NoticeCards;
import dev.hearth.ui.notices.NoticeRooms;
import dev.hearth.ui.notices.NoticeTools;
import dev.hearth.ui.notices.NoticeWindow;
import dev.hearth.ui.notices.NoticesViewModel;
import dev.hearth.ui.rooms.RoomItem;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The notices of a chat, and their place in its frame: in the sidebar, which gives way to them, or
/// over the header where there is no sidebar. Neither is where a person reads or writes.
final class ChatNotices {
    private final SessionViewModel session;
    private final NoticesViewModel model;
    private final NoticeCards cards;
    private final NoticeWindow window;
    private final StackPane overHeader = new StackPane();

    ChatNotices(SessionViewModel session, NoticeTools tools) {
        this.session = session;
        window = tools.window();
        model =
                new NoticesViewModel(
                        tools, new Rooms(), session.people(), session.context(), session::open);
        cards = new NoticeCards(tools.board());
        overHeader.getStyleClass().add("notices-over-header");
        overHeader.setPickOnBounds(false);
        overHeader.setMaxHeight(StackPane.USE_PREF_SIZE);
        StackPane.setAlignment(overHeader, Pos.TOP_CENTER);
    }

    Node overHeader() {
        return overHeader;
    }

    /// @param looked whether the person looks at this chat
    void attach(Subscriptions subscriptions, ObservableValue<Boolean> looked) {
        subscriptions.add(session.arrivals().tell(model::arrived));
        subscriptions.watch(session.openProperty(), room -> seen());
        subscriptions.watch(looked, now -> seen());
        cards.attach(subscriptions);
        subscriptions.add(model::closeAll);
    }

    private void seen() {
        if (window.showsChat()) {
            model.seen(session.room().id());
        }
    }

    /// @param besides pixels at the right that belong to the search; notices keep out of them
    /// @param hidden whether the search lies over all, and notices wait until it has gone
    void arrange(boolean wide, double besides, boolean hidden, Sidebar sidebar) {
        overHeader.setVisible(!hidden);
        StackPane.setMargin(overHeader, new Insets(0, besides, 0, 0));
        sidebar.notices().getChildren().clear();
        overHeader.getChildren().clear();
        (wide ? sidebar.notices() : overHeader).getChildren().setAll(cards);
        cards.showOne(!wide);
    }

    private final class Rooms implements NoticeRooms {
        @Override
        public String name(RoomId room) {
            return session.rooms().item(room).map(RoomItem::name).orElse("");
        }

        @Override
        public boolean isDirect(RoomId room) {
            return session.rooms().item(room).filter(RoomItem::isDirect).isPresent();
        }

        @Override
        public boolean isShown(RoomId room) {
            return session.room().id().equals(room);
        }
    }
}
