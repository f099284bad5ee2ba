package dev.hearth.ui.chat;

import dev.hearth.client.JoinRequest;
import dev.hearth.model.RoomId;
import dev.hearth.ui.hosting.HostPanel;
import dev.hearth.ui.hosting.HostTools;
import dev.hearth.ui.kit.Popover;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.TextSize;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.notices.NoticeWindow;
import dev.hearth.ui.search.SearchView;
import dev.hearth.ui.text.EmojiUse;
import dev.hearth.ui.timeline.TimelinePlace;
import dev.hearth.ui.timeline.TimelineTools;
import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A chat on screen: sidebar, header, and the room that is open.
public final class ChatView {
    /// Below this width the sidebar is away.
    private static final double WITH_SIDEBAR = 760;

    /// What stands beside the room, and whether the search lies over it.
    private record Arrangement(boolean sidebar, boolean search, boolean searchOver) {}

    private final SessionViewModel model;
    private final Sharing sharing;
    private final ChatTools tools;
    private final ChatHeader header;
    private final ConnectionBar bar;
    private final Sidebar sidebar;
    private final RoomDialogs dialogs;
    private final ChatNotices notices;
    private final PersonActions people;
    private final EmojiUse emojiUse = new EmojiUse();
    private final Popover popover = new Popover();
    private final Optional<HostPanel> hostPanel;
    private final ChatSearch search;
    private final DayJump days;
    private final Drawer drawer = new Drawer();
    private final StackPane place = new StackPane();
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane();
    private final Subscriptions subscriptions = new Subscriptions();
    private final Subscriptions roomSubscriptions = new Subscriptions();
    private RoomPane room;
    private @Nullable ObservableValue<Boolean> windowFocused;

    public ChatView(
            SessionViewModel model,
            ObservableStringValue chatName,
            Sharing sharing,
            ChatTools tools) {
        this.model = model;
        this.sharing = sharing;
        this.tools = tools;
        dialogs = new RoomDialogs(model, tools.sheets());
        notices = new ChatNotices(model, tools.notices());
        people = new PersonActions(model, popover);
        var menu = new RoomMenu(model, dialogs, tools.notices().wishes(), this::goToDay);
        header =
                new ChatHeader(
                        model,
                        tools,
                        chatName,
                        menu,
                        this::toggleSidebar,
                        this::toggleSearch,
                        this::toggleShare,
                        this::openHostPanel);
        hostPanel =
                tools.hosted()
                        .map(
                                here ->
                                        new HostPanel(
                                                new HostTools(
                                                        here,
                                                        model.roomCommands(),
                                                        () -> model.people().you().id(),
                                                        model.context(),
                                                        tools.sheets(),
                                                        tools.toasts())));
        search = new ChatSearch(model, tools.sheets(), () -> room);
        days = new DayJump(model, popover, search, tools.toasts(), () -> room);
        bar = new ConnectionBar(model);
        sidebar = new Sidebar(model, chatName, address(sharing), new Leading());
        room = pane(model.room());
        VBox.setVgrow(place, Priority.ALWAYS);
        place.setMinHeight(0);
        place.getChildren().setAll(room.node());
        var column = new VBox(header.node(), bar.node(), place);
        column.getStyleClass().add("chat-column");
        frame.setCenter(column);
        popover.closeOnClicksIn(root);
        root.getChildren()
                .addAll(frame, search.layer(), notices.overHeader(), drawer.node(), popover);
        root.getStyleClass().add("chat");
        root.setId("chat");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        new ChatKeys(() -> room).install(root, column);
    }

    private static String address(Sharing sharing) {
        return sharing.addresses().isEmpty()
                ? ""
                : JoinRequest.place(sharing.addresses().getFirst());
    }

    private RoomPane pane(RoomViewModel opened) {
        var empty = new EmptyState(sharing, model.isFirst(opened), model.context().timers());
        var borrowed =
                new TimelineTools(
                        tools.toasts(),
                        tools.links(),
                        emojiUse,
                        people::show,
                        new Forwarder(model, tools.sheets(), tools.toasts(), this::showEnd),
                        days);
        return new RoomPane(opened, model, empty, borrowed);
    }

    public Parent node() {
        return root;
    }

    /// Shows what happens from now on, in sight or not.
    ///
    /// @param focused whether this chat is shown, in a window that has the person's attention
    public void attach(ObservableValue<Boolean> focused) {
        windowFocused = focused;
        header.attach(subscriptions);
        bar.attach(subscriptions);
        sidebar.attach(subscriptions);
        notices.attach(subscriptions, focused);
        search.attach(subscriptions);
        subscriptions.watch(
                Bindings.createObjectBinding(
                        this::arrangement,
                        root.widthProperty(),
                        search.openProperty(),
                        TextSize.factorProperty()),
                this::arrange);
        subscriptions.add(model.commands().tellProblemsTo(this::tell));
        room.attach();
        watchAttention();
        subscriptions.add(model.openProperty().subscribe((before, opened) -> turnTo(opened)));
        subscriptions.watch(focused, this::comeBack);
    }

    /// What goes wrong in a chat that is not shown says where.
    private void tell(String problem) {
        NoticeWindow window = tools.notices().window();
        Optional<String> elsewhere = window.showsChat() ? Optional.empty() : window.chatName();
        tools.toasts()
                .show(
                        elsewhere
                                .map(chat -> Texts.text("chats.told", chat, problem))
                                .orElse(problem));
    }

    private void turnTo(RoomViewModel opened) {
        drawer.close();
        popover.close();
        if (opened.equals(room.model())) {
            return;
        }
        roomSubscriptions.close();
        room.detach();
        room = pane(opened);
        place.getChildren().setAll(room.node());
        room.attach();
        watchAttention();
        room.focusComposer();
    }

    private void watchAttention() {
        roomSubscriptions.watch(room.atBottomProperty(), atEnd -> lookAround());
    }

    private void comeBack(boolean focused) {
        if (focused) {
            room.timeline().showNew();
        }
        lookAround();
    }

    private void lookAround() {
        boolean focused = windowFocused != null && windowFocused.getValue();
        model.attentiveProperty()
                .set(focused && frame.isVisible() && room.atBottomProperty().get());
    }

    public void detach() {
        hostPanel.ifPresent(HostPanel::stop);
        roomSubscriptions.close();
        subscriptions.close();
        room.detach();
    }

    public void focusComposer() {
        room.focusComposer();
    }

    /// Has the room that is open stand as it stands in another view of the same chat.
    ///
    /// @return to be run once this view is shown in place of the other
    public Runnable standAs(ChatView other) {
        Optional<TimelinePlace> place = other.room.timeline().place();
        return () -> place.ifPresent(room.timeline()::restore);
    }

    private void showEnd(RoomId where) {
        model.open(where);
        room.timeline().jumpToLatest();
        room.focusComposer();
    }

    public void jumpToLatest() {
        room.timeline().jumpToLatest();
    }

    /// Moves the keyboard on from the composer to the messages, and from anywhere else back.
    public void switchPane() {
        Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
        boolean inComposer = owner != null && "composer".equals(owner.getId());
        if (inComposer && !model.room().timeline().items().isEmpty()) {
            room.timeline().focus();
        } else {
            room.focusComposer();
        }
    }

    /// Shows how others get in, or hides it.
    public void toggleShare() {
        if (popover.isOpenAt(header.shareButton())) {
            popover.close();
            return;
        }
        var card = new ShareCard(sharing, "share.title", model.context().timers());
        card.setId("share-popover");
        // The keyboard goes back to where the person writes, also after a click on the button.
        room.focusComposer();
        popover.openBelow(card, header.shareButton(), card.first());
    }

    /// Shows the person who hosts their chat; nothing in a chat that others host.
    public void openHostPanel() {
        hostPanel.ifPresent(HostPanel::open);
    }

    private void escape(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) {
            return;
        }
        if (popover.isOpen()) {
            popover.close();
            event.consume();
        } else if (drawer.isOpen()) {
            toggleSidebar();
            event.consume();
        } else if (room.isSelecting()) {
            room.endSelection();
            event.consume();
        } else if (search.isOpen()) {
            search.close();
            event.consume();
        }
    }

    /// With the search beside the room, the sidebar needs that much more.
    private Arrangement arrangement() {
        boolean roomy = root.getWidth() >= TextSize.space(WITH_SIDEBAR);
        boolean searched = search.isOpen() && roomy;
        double needed = TextSize.space(WITH_SIDEBAR + (searched ? SearchView.WIDTH : 0));
        return new Arrangement(root.getWidth() >= needed, searched, search.isOpen() && !roomy);
    }

    private void arrange(Arrangement now) {
        drawer.close();
        // What is covered must not get the keyboard, nor count as read.
        frame.setVisible(!now.searchOver());
        lookAround();
        search.place(frame, now.search(), now.searchOver());
        header.standAlone(!now.sidebar());
        double besides = now.search() ? TextSize.space(SearchView.WIDTH) : 0;
        notices.arrange(now.sidebar(), besides, now.searchOver(), sidebar);
        if (now.sidebar()) {
            drawer.empty();
            frame.setLeft(sidebar.node());
        } else {
            frame.setLeft(null);
            drawer.fill(sidebar.node());
        }
    }

    /// Leads to the sidebar, which a narrow window shows over the room, or back.
    public void toggleSidebar() {
        if (drawer.isOpen()) {
            drawer.close();
            room.focusComposer();
        } else {
            drawer.open();
            sidebar.focusSearch();
        }
    }

    /// Whether messages can be searched here.
    public boolean canSearch() {
        return search.isOffered();
    }

    /// Opens the search in the room that is shown.
    public void search() {
        search.open(Optional.of(model.room().id()));
    }

    /// Leads to the messages of a day that the person picks.
    public void goToDay() {
        if (days.isOffered()) {
            LocalDate today = LocalDate.now(model.context().clock());
            days.pick(room.timeline().dayInSight().orElse(today), header.node());
        }
    }

    /// Opens the search in all rooms.
    public void searchAll() {
        search.open(Optional.empty());
    }

    private void toggleSearch() {
        if (search.isOpen()) {
            search.close();
        } else {
            search();
        }
    }

    public void openRoom() {
        dialogs.openRoom();
    }

    public void goTo() {
        dialogs.goTo();
    }

    /// Shows the room `by` places further down the list.
    public void openNext(int by) {
        model.openNext(by);
    }

    private final class Leading implements SidebarActions {
        @Override
        public void use(SidebarItem item, Node line) {
            switch (item) {
                case SidebarItem.Room(var chosen, var _, var _) -> {
                    drawer.close();
                    model.open(chosen.id());
                    room.focusComposer();
                }
                case SidebarItem.Someone(var presence, var _) ->
                        people.show(presence.person(), line);
                case SidebarItem.Section _, SidebarItem.Nothing _ -> {}
            }
        }

        @Override
        public void newRoom() {
            dialogs.openRoom();
        }
    }
}
