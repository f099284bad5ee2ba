package dev.hearth.ui.shell;

import dev.hearth.client.JoinRequest;
import dev.hearth.lan.ServerAddress;
import dev.hearth.ui.chat.SessionViewModel;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.start.HostedChat;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableStringValue;

/// A chat that is open, shown or not, with the host behind it if it is this program's own.
final class OpenChat {
    private final Session session;
    private final Optional<HostedChat> hosted;
    private final StringBinding name;

    OpenChat(Session session, Optional<HostedChat> hosted) {
        this.session = session;
        this.hosted = hosted;
        name = Bindings.createStringBinding(this::words, session.model().chatNameProperty());
    }

    SessionViewModel model() {
        return session.model();
    }

    Optional<HostedChat> hosted() {
        return hosted;
    }

    boolean isHosted() {
        return hosted.isPresent();
    }

    /// Whether ending this chat takes it away from others.
    boolean isSharedWithOthers() {
        return hosted.isPresent() && session.model().hasOthers();
    }

    /// Where this program is connected to it.
    URI server() {
        return session.request().server();
    }

    /// Whether `address` leads to this chat, as far as its addresses say.
    boolean isAt(URI address) {
        return ServerAddress.isSame(address, server())
                || hosted.filter(own -> own.shareAddresses().contains(address)).isPresent();
    }

    /// What this chat is remembered by on this computer.
    String key() {
        return session.request()
                .token()
                .map(JoinRequest.HostToken::hostId)
                .orElseGet(session.request()::place);
    }

    /// What it calls itself; else where it is.
    ObservableStringValue nameProperty() {
        return name;
    }

    String name() {
        return name.get();
    }

    private String words() {
        String said = session.model().chatNameProperty().get();
        if (!said.isEmpty()) {
            return said;
        }
        return hosted.isPresent()
                ? Texts.text("chat.ofName", session.request().name())
                : session.request().place();
    }

    /// The room that is open, and the chat.
    String title() {
        return Texts.text("title.chat", session.model().titleProperty().get(), name());
    }

    /// The addresses that others reach it by.
    List<URI> addresses() {
        return hosted.map(HostedChat::shareAddresses).orElseGet(() -> List.of(server()));
    }

    /// Leaves it, and stops hosting it.
    ///
    /// @return completes when it was left, and the host has stopped
    CompletionStage<?> close() {
        model().close();
        return hosted.<CompletionStage<?>>map(
                        host -> model().left().thenCompose(left -> host.stop()))
                .orElseGet(model()::left);
    }
}
