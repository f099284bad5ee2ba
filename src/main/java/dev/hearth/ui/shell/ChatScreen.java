package dev.hearth.ui.shell;

import dev.hearth.client.JoinRequest;
import dev.hearth.lan.ServerAddress;
import dev.hearth.model.HearthException;
import dev.hearth.ui.chat.ChatTools;
import dev.hearth.ui.chat.ChatView;
import dev.hearth.ui.chat.SessionViewModel;
import dev.hearth.ui.chat.Sharing;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.start.HostedChat;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;

/// The chat that is open, with the host behind it if it is this program's own.
final class ChatScreen {
    private final Session session;
    private final Optional<HostedChat> hosted;
    private final ChatView view;

    /// @param leave asks and leaves
    ChatScreen(
            Session session,
            Optional<HostedChat> hosted,
            Runnable leave,
            Function<ChatScreen, ChatTools> tools) {
        this.session = session;
        this.hosted = hosted;
        view = new ChatView(session.model(), name(), sharing(leave), tools.apply(this));
    }

    /// The same chat on a new screen, as after a change of the language.
    ChatScreen again(Runnable leave, Function<ChatScreen, ChatTools> tools) {
        return new ChatScreen(session, hosted, leave, tools);
    }

    ChatView view() {
        return view;
    }

    SessionViewModel model() {
        return session.model();
    }

    Optional<HostedChat> hosted() {
        return hosted;
    }

    /// Whether ending this chat takes it away from others.
    boolean isSharedWithOthers() {
        return hosted.isPresent() && session.model().hasOthers();
    }

    /// Whether `address` leads to this chat.
    boolean isAt(String address) {
        try {
            URI server = ServerAddress.parse(address);
            return server.equals(session.request().server())
                    || hosted.filter(own -> own.shareAddresses().contains(server)).isPresent();
        } catch (HearthException e) {
            return false;
        }
    }

    /// What this chat is remembered by on this computer.
    String key() {
        return session.request()
                .token()
                .map(JoinRequest.HostToken::hostId)
                .orElseGet(session.request()::place);
    }

    String name() {
        return hosted.isPresent()
                ? Texts.text("chat.ofName", session.request().name())
                : session.request().place();
    }

    /// The title of the window: the room that is open, the chat, and how much is unread.
    StringBinding titleBinding() {
        return Bindings.createStringBinding(
                this::title, session.model().unreadProperty(), session.model().titleProperty());
    }

    private String title() {
        String title = Texts.text("title.chat", session.model().titleProperty().get(), name());
        int unread = session.model().unreadProperty().get();
        return unread == 0 ? title : Texts.text("title.unread", unread, title);
    }

    private Sharing sharing(Runnable leave) {
        return hosted.map(
                        chat ->
                                new Sharing(
                                        chat.shareAddresses(), chat.notice(), Optional.of(leave)))
                .orElseGet(
                        () ->
                                new Sharing(
                                        List.of(session.request().server()),
                                        Optional.empty(),
                                        Optional.empty()));
    }
}
