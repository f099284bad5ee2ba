package dev.hearth.ui.shell;

import dev.hearth.ui.chat.ChatTools;
import dev.hearth.ui.chat.ChatView;
import dev.hearth.ui.chat.SessionViewModel;
import dev.hearth.ui.chat.Sharing;
import dev.hearth.ui.kit.Nodes;
import dev.hearth.ui.start.HostedChat;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/// A chat that is open, on its screen. While another is shown, this one goes on outside of the
/// window: room, place, search and what is written stay. FX thread only.
final class ChatScreen {
    private final OpenChat chat;
    private final ChatView view;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private boolean attached;
    private Runnable stand = () -> {};
    private @Nullable Node focused;

    /// @param leave asks and leaves
    ChatScreen(OpenChat chat, Runnable leave, Function<ChatScreen, ChatTools> tools) {
        this.chat = chat;
        view =
                new ChatView(
                        chat.model(), chat.nameProperty(), sharing(chat, leave), tools.apply(this));
    }

    private static Sharing sharing(OpenChat chat, Runnable leave) {
        return new Sharing(
                chat::addresses,
                chat.hosted().flatMap(HostedChat::notice),
                chat.hosted().map(own -> leave));
    }

    OpenChat chat() {
        return chat;
    }

    ChatView view() {
        return view;
    }

    SessionViewModel model() {
        return chat.model();
    }

    boolean isShown() {
        return shown.get();
    }

    boolean isAttached() {
        return attached;
    }

    /// Shows what happens from now on; for the first time when its node has its place.
    ///
    /// @param windowFocused whether the window has the person's attention
    void attach(ObservableBooleanValue windowFocused) {
        if (!attached) {
            attached = true;
            view.attach(Bindings.and(windowFocused, shown));
        }
    }

    void detach() {
        if (attached) {
            attached = false;
            view.detach();
        }
    }

    /// It has come into the window, and stands as it stood; at its end it shows what is new.
    void shown() {
        shown.set(true);
        stand.run();
    }

    /// It leaves the window, where the keyboard was at `focusOwner`.
    void hidden(@Nullable Node focusOwner) {
        stand = view.standAs(view);
        focused = focusOwner != null && Nodes.isWithin(focusOwner, view.node()) ? focusOwner : null;
        shown.set(false);
    }

    /// Puts the keyboard where it was, or where the person writes.
    void focus() {
        Node before = focused;
        focused = null;
        if (before == null || before.getScene() == null) {
            view.focusComposer();
        } else if (before instanceof TextInputControl field) {
            int anchor = field.getAnchor();
            int caret = field.getCaretPosition();
            field.requestFocus();
            // A field that gets the keyboard marks all that is in it: the next key would replace
            // it.
            field.selectRange(anchor, caret);
        } else {
            before.requestFocus();
        }
    }
}
