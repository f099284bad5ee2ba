package dev.hearth.ui.chat;

import dev.hearth.client.JoinRequest;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Toasts;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A chat on screen: rail, header, timeline, composer. Narrow windows do without the rail.
public final class ChatView {
    /// Below this width there is no rail.
    private static final double WITH_RAIL = 760;

    private final ChatViewModel model;
    private final Sharing sharing;
    private final Toasts toasts;
    private final ChatHeader header;
    private final ConnectionBar bar;
    private final TimelineView timeline;
    private final ComposerView composer;
    private final Sidebar rail;
    private final EmptyState empty;
    private final StackPane sharePopover = new StackPane();
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane();
    private final Subscriptions subscriptions = new Subscriptions();

    public ChatView(ChatViewModel model, String chatName, Sharing sharing, ChatTools tools) {
        this.model = model;
        this.sharing = sharing;
        toasts = tools.toasts();
        header = new ChatHeader(model, tools, chatName, this::toggleShare);
        bar = new ConnectionBar(model);
        timeline = new TimelineView(model, tools, this::focusComposer);
        composer =
                new ComposerView(
                        model.composer(), model.people(), timeline::jumpToLatest, model::editLast);
        rail = new Sidebar(model, chatName, address(sharing));
        empty = new EmptyState(sharing, model.context().timers());

        var middle = new StackPane(timeline.node(), empty.node());
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        var column = new VBox(header.node(), bar.node(), middle, composer.node());
        column.getStyleClass().add("chat-column");
        frame.setCenter(column);
        frame.setLeft(rail.node());
        sharePopover.getStyleClass().add("share-popover");
        sharePopover.setId("share-popover");
        sharePopover.setMaxSize(StackPane.USE_PREF_SIZE, StackPane.USE_PREF_SIZE);
        StackPane.setAlignment(sharePopover, Pos.TOP_RIGHT);
        Controls.show(sharePopover, false);
        root.getChildren().addAll(frame, sharePopover);
        root.getStyleClass().add("chat");
        root.setId("chat");
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, this::closeShareOutside);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        new ChatKeys(timeline, composer).install(column);
    }

    private static String address(Sharing sharing) {
        return sharing.addresses().isEmpty()
                ? ""
                : JoinRequest.place(sharing.addresses().getFirst());
    }

    public Parent node() {
        return root;
    }

    /// @param windowFocused whether the window has the person's attention
    public void attach(javafx.beans.value.ObservableValue<Boolean> windowFocused) {
        header.attach(subscriptions);
        bar.attach(subscriptions);
        timeline.attach();
        composer.attach(subscriptions);
        rail.attach(subscriptions);
        subscriptions.watch(timeline.scrollBarShownProperty(), composer::standBesideBar);
        subscriptions.watch(
                root.widthProperty().map(width -> width.doubleValue() >= WITH_RAIL), this::arrange);
        subscriptions.add(model.items().subscribe(this::showEmptiness));
        showEmptiness();
        subscriptions.add(model.writing().subscribe(this::showTyping));
        subscriptions.add(model.deeds().tellProblemsTo(toasts::show));
        Supplier<Boolean> looks =
                () -> windowFocused.getValue() && timeline.atBottomProperty().get();
        subscriptions.watch(windowFocused, focused -> model.attentiveProperty().set(looks.get()));
        subscriptions.watch(
                timeline.atBottomProperty(), atEnd -> model.attentiveProperty().set(looks.get()));
    }

    public void detach() {
        subscriptions.close();
        timeline.detach();
    }

    public void focusComposer() {
        composer.focus();
    }

    public void jumpToLatest() {
        timeline.jumpToLatest();
    }

    /// Moves the keyboard on from the composer to the messages, and from anywhere else back.
    public void switchPane() {
        Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
        if (owner != null && "composer".equals(owner.getId()) && !model.items().isEmpty()) {
            timeline.focus();
        } else {
            composer.focus();
        }
    }

    /// Shows how others get in, or hides it.
    public void toggleShare() {
        if (sharePopover.isVisible()) {
            closeShare();
            return;
        }
        sharePopover
                .getChildren()
                .setAll(new ShareCard(sharing, "share.title", model.context().timers()));
        Controls.show(sharePopover, true);
        sharePopover.lookup(".copy-button").requestFocus();
    }

    private void closeShare() {
        Controls.show(sharePopover, false);
        composer.focus();
    }

    private void closeShareOutside(MouseEvent event) {
        boolean inside =
                event.getTarget() instanceof Node target
                        && (isWithin(target, sharePopover)
                                || isWithin(target, header.shareButton()));
        if (sharePopover.isVisible() && !inside) {
            closeShare();
        }
    }

    private static boolean isWithin(Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && sharePopover.isVisible()) {
            closeShare();
            event.consume();
        }
    }

    private void arrange(boolean wide) {
        Controls.show(rail.node(), wide);
        header.showChatName(!wide);
    }

    private void showTyping() {
        List<String> names =
                model.writing().stream()
                        .map(model.people()::name)
                        .filter(name -> !name.isEmpty())
                        .toList();
        composer.showTyping(
                switch (names.size()) {
                    case 0 -> "";
                    case 1 -> Texts.text("typing.one", names.getFirst());
                    case 2 -> Texts.text("typing.two", names.getFirst(), names.getLast());
                    default -> Texts.text("typing.many", names.size());
                });
    }

    private void showEmptiness() {
        Controls.show(empty.node(), model.items().isEmpty());
    }
}
