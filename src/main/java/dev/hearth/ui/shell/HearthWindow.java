package dev.hearth.ui.shell;

import dev.hearth.client.JoinRequest;
import dev.hearth.settings.Language;
import dev.hearth.settings.Settings.WindowSize;
import dev.hearth.ui.chat.ChatTools;
import dev.hearth.ui.chat.SessionViewModel;
import dev.hearth.ui.hosting.HostedHere;
import dev.hearth.ui.hosting.SaveDialog;
import dev.hearth.ui.kit.AppMark;
import dev.hearth.ui.kit.Drafts;
import dev.hearth.ui.kit.Fonts;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.LinkOpener;
import dev.hearth.ui.kit.Sheets;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Theme;
import dev.hearth.ui.kit.Toasts;
import dev.hearth.ui.notices.NoticeBoard;
import dev.hearth.ui.notices.NoticeTools;
import dev.hearth.ui.notices.QuietTime;
import dev.hearth.ui.notices.RoomWishes;
import dev.hearth.ui.settings.SettingsSheet;
import dev.hearth.ui.settings.SettingsTools;
import dev.hearth.ui.start.FoundChatsViewModel;
import dev.hearth.ui.start.HostedChat;
import dev.hearth.ui.start.RecentChats;
import dev.hearth.ui.start.StartViewModel;
import dev.hearth.ui.text.EmojiLettering;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The window: the chats that are open and the start screen, and what leads from one to the other.
/// FX thread only.
public final class HearthWindow {
    private static final double MIN_WIDTH = 420;
    private static final double RAIL_WIDTH = 64;

    private final Stage stage;
    private final WindowParts parts;
    private final LinkOpener links;
    private final FxContext context;
    private final Theme theme;
    private final StartViewModel start;
    private final Toasts toasts;
    private final Sheets sheets = new Sheets(new EmojiLettering());
    private final ConfirmationDialogs questions = new ConfirmationDialogs(sheets);
    private final SaveDialog saveDialog;
    private final QuietTime quiet;
    private final Menus menus;
    private final OpenChats chats = new OpenChats();
    private final ChatScreens screens;
    private final RecentNotes notes;
    private final NoticeBoard board;
    private final Subscriptions subscriptions = new Subscriptions();
    private boolean isVisited;
    private Runnable closed = () -> {};
    private CompletionStage<?> stopping = CompletableFuture.completedStage(null);

    /// @param links opens a web address outside
    public HearthWindow(Stage stage, WindowParts parts, LinkOpener links) {
        this(stage, parts, links, new SystemSaveDialog(stage));
    }

    /// @param saveDialog asks for files to write
    HearthWindow(Stage stage, WindowParts parts, LinkOpener links, SaveDialog saveDialog) {
        this.saveDialog = saveDialog;
        this.stage = stage;
        this.parts = parts;
        this.links = links;
        Fonts.load();
        context = FxContext.ofToolkit(parts.clock());
        theme = new Theme(parts.preferences().appearance());
        toasts = new Toasts(context.timers(), new EmojiLettering());
        quiet = new QuietTime(parts.preferences(), parts.clock());
        menus =
                new Menus(
                        theme.appearanceProperty(),
                        quiet,
                        chats,
                        this::another,
                        this::settings,
                        new ShortcutSheet(sheets)::open,
                        this::about,
                        this::leave,
                        this::quit);
        speak();
        var recent = new RecentChats(parts.preferences());
        notes = new RecentNotes(recent, parts.known(), context);
        start =
                new StartViewModel(
                        new OneHost(parts.hosts(), chats),
                        this::attempt,
                        new AlreadyOpen(chats, parts.known()),
                        new FoundChatsViewModel(parts.neighbourhood(), this::hostedId, context),
                        recent,
                        parts.preferences(),
                        context,
                        parts.dialects());
        board = new NoticeBoard(context.timers());
        screens =
                new ChatScreens(
                        chats,
                        start,
                        new ChatScreens.Parts(
                                menus,
                                this::tools,
                                this::another,
                                this::leave,
                                board,
                                sheets,
                                stage.focusedProperty().and(stage.showingProperty()),
                                stage::setTitle));
        build();
    }

    private void build() {
        var root = new StackPane(screens.node(), toasts, sheets);
        root.getStyleClass().add("window");
        var scene = new Scene(root, 960, 640);
        theme.dress(scene, subscriptions);
        subscriptions.add(
                theme.appearanceProperty().subscribe(parts.preferences()::rememberAppearance));
        new TextSizeKeys(theme.appearanceProperty()).install(scene);
        new RailKeys(chats, sheets).install(scene);
        subscriptions.add(
                chats.unreadProperty()
                        .subscribe((before, now) -> parts.notices().badge(now.longValue())));
        stage.setScene(scene);
        screens.open();
        orient();
        subscriptions.watch(
                screens.railShownProperty(),
                shown -> stage.setMinWidth(shown ? MIN_WIDTH + RAIL_WIDTH : MIN_WIDTH));
        stage.setMinHeight(560);
        parts.preferences().windowSize().ifPresent(this::resize);
        AppMark.windowIcons().forEach(stage.getIcons()::add);
        stage.setOnCloseRequest(
                event -> {
                    event.consume();
                    closeOrHide();
                });
        UncaughtErrors.showBy(toasts);
    }

    private void resize(WindowSize size) {
        Rectangle2D screenSize = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(size.width(), screenSize.getWidth()));
        stage.setHeight(Math.min(size.height(), screenSize.getHeight()));
    }

    /// Shows the window and does what is wished. What a wish needs and cannot do (a name that is
    /// missing, a port that is taken) the start screen says.
    public void open(OpeningWish wish) {
        chats.showStart();
        stage.show();
        parts.preferences().notice().ifPresent(toasts::show);
        switch (wish) {
            case OpeningWish.Start only -> {}
            case OpeningWish.Host(var host) -> {
                start.nameProperty().set(host.name());
                start.portProperty().set(String.valueOf(host.port()));
                start.announcedProperty().set(host.announced());
                start.host();
            }
            case OpeningWish.Join(String address, Optional<String> name) -> join(address, name);
        }
    }

    /// Takes in what is asked of this window later, and runs `whenClosed` at its end: a window that
    /// is only hidden comes back when it is visited.
    void receive(Visits visits, Runnable whenClosed) {
        closed = whenClosed;
        isVisited = !visits.equals(Visits.NONE);
        visits.tellTo(wish -> context.fx().execute(() -> visit(wish)));
    }

    /// Comes forward and does what is wished; the chats that are open go on.
    void visit(OpeningWish wish) {
        comeForward();
        if (wish instanceof OpeningWish.Join(String address, Optional<String> name)) {
            start.cancel();
            chats.showStart();
            join(address, name);
        }
    }

    private void join(String address, Optional<String> name) {
        name.ifPresent(start.nameProperty()::set);
        start.join(address);
    }

    /// Leaves all chats, stops hosting and closes the window, without asking.
    ///
    /// @return completes when the host has stopped
    public CompletionStage<?> close() {
        start.cancel();
        rememberSize();
        screens.close();
        subscriptions.close();
        parts.notices().badge(0);
        notes.closed();
        chats.removeAll().forEach(this::end);
        stage.close();
        closed.run();
        return stopping;
    }

    private void rememberSize() {
        if (stage.isShowing() && !stage.isMaximized() && !stage.isFullScreen()) {
            var size = new WindowSize((int) stage.getWidth(), (int) stage.getHeight());
            parts.preferences().rememberWindowSize(size);
        }
    }

    private Session attempt(JoinRequest request) {
        Drafts drafts = parts.preferences().drafts(request.place());
        var model = new SessionViewModel(parts.connector(), request, context, drafts);
        return new Session(request, model, this::enter);
    }

    private Optional<String> hostedId() {
        return chats.hosted()
                .flatMap(OpenChat::hosted)
                .flatMap(HostedChat::ownerToken)
                .map(JoinRequest.HostToken::hostId);
    }

    private void enter(Session session, Optional<HostedChat> hosted) {
        var chat = new OpenChat(session, hosted);
        chats.add(chat);
        notes.follow(chat);
        hosted.ifPresent(
                host ->
                        host.onTrouble(
                                (words, lasting) ->
                                        context.fx().execute(() -> tellTrouble(words, lasting))));
    }

    /// Shows the start screen for one more chat.
    private void another() {
        start.beginAgain();
        chats.showStart();
    }

    private void tellTrouble(String words, boolean lasting) {
        if (lasting) {
            toasts.hold(words);
        } else {
            toasts.show(words);
        }
    }

    private ChatTools tools(ChatScreen screen) {
        OpenChat chat = screen.chat();
        var menu = menus.forChat(chat.isHosted(), () -> screen);
        var wishes = new RoomWishes(parts.preferences(), chat.key());
        var notices =
                new NoticeTools(
                        wishes,
                        quiet,
                        parts.notices(),
                        board,
                        new WindowAround(stage, this::comeForward, chats, chat));
        var hosted =
                chat.hosted()
                        .map(
                                host ->
                                        new HostedHere(
                                                host.desk(),
                                                host.shareAddresses(),
                                                saveDialog,
                                                () -> questions.endHosting(() -> remove(chat))));
        return new ChatTools(toasts, sheets, links, menu, notices, hosted);
    }

    /// Brings the window before the person's eyes.
    private void comeForward() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    /// Nobody misses a chat that was hosted for oneself, nor one that has ended by itself.
    private void leave(OpenChat chat) {
        if (chat.hosted().isEmpty() && !chat.model().isOver()) {
            questions.leaveChat(chat.model().isKept(), () -> remove(chat));
        } else {
            askIfShared(Optional.of(chat), () -> remove(chat));
        }
    }

    private void remove(OpenChat chat) {
        notes.left(chat);
        end(chat);
        chats.remove(chat);
        if (chat.isHosted()) {
            context.deliver(stopping, (stopped, error) -> start.lookBack());
        }
    }

    private void end(OpenChat chat) {
        stopping =
                CompletableFuture.allOf(
                        stopping.toCompletableFuture(), chat.close().toCompletableFuture());
    }

    private void quit() {
        askIfShared(chats.hosted(), this::close);
    }

    /// A chat that is hosted here may go on without a window, where there is a way back to it.
    private void closeOrHide() {
        if (isVisited && chats.hosted().isPresent()) {
            questions.closeWhileHosting(this::hide, this::close);
        } else {
            quit();
        }
    }

    private void hide() {
        rememberSize();
        stage.hide();
    }

    private void askIfShared(Optional<OpenChat> ended, Runnable yes) {
        if (ended.filter(OpenChat::isSharedWithOthers).isPresent()) {
            questions.endHosting(yes);
        } else {
            yes.run();
        }
    }

    /// Takes up the language that was chosen, or that of the system.
    private void speak() {
        Texts.speak(
                parts.preferences().language().orElseGet(() -> Language.of(Locale.getDefault())));
    }

    /// Texts are read when a screen is built, so it is built again; the chat, its room, what is
    /// written and where the room stands stay.
    private void speak(Optional<Language> language) {
        parts.preferences().rememberLanguage(language);
        speak();
        orient();
        theme.languageChanged(stage.getScene());
        screens.buildAgain();
        settings();
    }

    /// Mirrors the window, and what pops up over it, for languages that run from right to left.
    private void orient() {
        stage.getScene()
                .setNodeOrientation(
                        Texts.language().runsFromRightToLeft()
                                ? NodeOrientation.RIGHT_TO_LEFT
                                : NodeOrientation.LEFT_TO_RIGHT);
    }

    private void settings() {
        var tools =
                new SettingsTools(
                        parts.preferences(),
                        start.nameProperty(),
                        theme.appearanceProperty(),
                        quiet,
                        parts.folders(),
                        links,
                        context,
                        sheets,
                        toasts,
                        parts.version(),
                        this::speak,
                        this::about);
        new SettingsSheet(tools).open();
    }

    private void about() {
        questions.about(parts.version());
    }
}
