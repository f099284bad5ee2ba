package dev.hearth.ui.shell;

import dev.hearth.ui.chat.ChatTools;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Sheets;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.notices.NoticeBoard;
import dev.hearth.ui.notices.NoticeCards;
import dev.hearth.ui.start.StartView;
import dev.hearth.ui.start.StartViewModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What fills the window: the chat that is shown, or the start screen, and beside it the rail where
/// there is a choice. FX thread only.
final class ChatScreens {
    private final OpenChats chats;
    private final StartViewModel start;
    private final Parts parts;
    private final Map<OpenChat, ChatScreen> screens = new LinkedHashMap<>();
    private final StackPane screen = new StackPane();
    private final BorderPane root = new BorderPane(screen);
    private final ReadOnlyBooleanWrapper railShown = new ReadOnlyBooleanWrapper();
    private final Subscriptions subscriptions = new Subscriptions();

    /// What belongs to the screen that is shown.
    private final Subscriptions shownSubscriptions = new Subscriptions();

    private Optional<ChatScreen> shown = Optional.empty();
    private @Nullable ChatRail rail;

    /// What the screens borrow from the window around them.
    ///
    /// @param tools what a chat on its screen borrows
    /// @param another shows the start screen for one more chat
    /// @param leave asks and leaves
    /// @param focused whether the window has the person's attention
    record Parts(
            Menus menus,
            Function<ChatScreen, ChatTools> tools,
            Runnable another,
            Consumer<OpenChat> leave,
            NoticeBoard board,
            Sheets sheets,
            ObservableBooleanValue focused,
            Consumer<String> title) {}

    ChatScreens(OpenChats chats, StartViewModel start, Parts parts) {
        this.chats = chats;
        this.start = start;
        this.parts = parts;
    }

    Parent node() {
        return root;
    }

    /// Whether the rail takes some of the width.
    ReadOnlyBooleanProperty railShownProperty() {
        return railShown.getReadOnlyProperty();
    }

    /// Follows the chats that are open, from now on until [#close].
    void open() {
        subscriptions.watch(chats.shownProperty(), now -> turn());
        subscriptions.add(chats.all().subscribe(this::changed));
    }

    void close() {
        subscriptions.close();
        shownSubscriptions.close();
        screens.values().forEach(ChatScreen::detach);
        closeRail();
    }

    private void changed() {
        List<ChatScreen> gone =
                screens.values().stream().filter(each -> !chats.isOpen(each.chat())).toList();
        gone.forEach(
                each -> {
                    screens.remove(each.chat());
                    each.detach();
                });
        // A chat that came is shown next.
        if (!gone.isEmpty()) {
            arrangeRail();
        }
    }

    private void turn() {
        // A question about one chat is none about another.
        if (shown.isPresent()) {
            parts.sheets().close();
        }
        show(chats.shown().map(this::screen));
    }

    private ChatScreen screen(OpenChat chat) {
        return screens.computeIfAbsent(chat, this::made);
    }

    private ChatScreen made(OpenChat chat) {
        return new ChatScreen(chat, () -> parts.leave().accept(chat), parts.tools());
    }

    private void show(Optional<ChatScreen> next) {
        @Nullable Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
        shown.ifPresent(before -> before.hidden(owner));
        shownSubscriptions.close();
        shown = next;
        arrangeRail();
        if (next.isPresent()) {
            // Who leaves the start screen gives up what is under way there.
            start.cancel();
        }
        next.ifPresentOrElse(this::showChat, this::showStart);
    }

    private void showChat(ChatScreen next) {
        screen.getChildren().setAll(next.view().node());
        if (next.isAttached()) {
            // What came meanwhile gets its place first: whether it is in sight is asked next.
            root.applyCss();
            root.layout();
        }
        next.attach(parts.focused());
        next.shown();
        shownSubscriptions.watch(
                Bindings.createStringBinding(
                        () -> withUnread(next.chat().title()),
                        chats.unreadProperty(),
                        next.model().titleProperty(),
                        next.chat().nameProperty()),
                parts.title());
        next.focus();
    }

    private void showStart() {
        if (chats.all().isEmpty()) {
            showStart(Optional.empty()).focusFirst();
            return;
        }
        Button back =
                Controls.iconButton(
                        Texts.language().runsFromRightToLeft()
                                ? Feather.ARROW_RIGHT
                                : Feather.ARROW_LEFT,
                        Texts.text("start.back"),
                        chats::back);
        back.setId("start-back");
        back.getStyleClass().add("start-back");
        showStart(Optional.of(back)).focusAddress();
        screen.getChildren().add(notices());
        shownSubscriptions.add(
                chats.all().subscribe(() -> Controls.show(back, !chats.all().isEmpty())));
    }

    private StartView showStart(Optional<Node> back) {
        var view = new StartView(start, parts.menus().forStart(), back);
        screen.getChildren().setAll(view.node());
        view.attach();
        view.node().addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        shownSubscriptions.add(view::detach);
        shownSubscriptions.watch(
                Bindings.createStringBinding(
                        () -> withUnread(Texts.text("app.name")), chats.unreadProperty()),
                parts.title());
        return view;
    }

    /// The chats that are open go on, and call.
    private Node notices() {
        var cards = new NoticeCards(parts.board());
        cards.showOne(true);
        cards.attach(shownSubscriptions);
        var over = new StackPane(cards);
        over.getStyleClass().add("notices-over-header");
        over.setPickOnBounds(false);
        over.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane.setAlignment(over, Pos.TOP_CENTER);
        return over;
    }

    /// Gives up what is under way, else goes back.
    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            if (start.isBusy()) {
                start.cancel();
            } else {
                chats.back();
            }
            event.consume();
        }
    }

    private String withUnread(String title) {
        int unread = chats.unreadProperty().get();
        return unread == 0 ? title : Texts.text("title.unread", unread, title);
    }

    private void arrangeRail() {
        boolean needed = chats.all().size() > (shown.isPresent() ? 1 : 0);
        if (needed && rail == null) {
            rail = new ChatRail(chats, parts.another(), parts.leave());
            rail.attach();
        } else if (!needed) {
            closeRail();
        }
        root.setLeft(rail == null ? null : rail.node());
        railShown.set(needed);
    }

    private void closeRail() {
        if (rail != null) {
            rail.detach();
            rail = null;
        }
    }

    /// Builds all screens again, as after a change of the language; each stands as it stood.
    void buildAgain() {
        closeRail();
        List<Runnable> stands = new ArrayList<>();
        screens.replaceAll((chat, before) -> again(before, stands));
        show(chats.shown().map(this::screen));
        stands.forEach(Runnable::run);
    }

    private ChatScreen again(ChatScreen before, List<Runnable> stands) {
        ChatScreen again = made(before.chat());
        stands.add(again.view().standAs(before.view()));
        before.detach();
        if (!before.isShown()) {
            again.attach(parts.focused());
        }
        return again;
    }
}
