package dev.hearth.ui.shell;

import dev.hearth.client.JoinRequest;
import dev.hearth.model.ConnectionState;
import dev.hearth.ui.chat.SessionViewModel;
import dev.hearth.ui.start.HostedChat;
import dev.hearth.ui.start.JoinAttempt;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;

/// A chat from the first attempt to join to the end: the start screen sees an attempt, the chat
/// screen its view model.
record Session(
        JoinRequest request,
        SessionViewModel model,
        BiConsumer<Session, Optional<HostedChat>> onEnter)
        implements JoinAttempt {
    @Override
    public ReadOnlyObjectProperty<ConnectionState> connectionProperty() {
        return model.connectionProperty();
    }

    @Override
    public boolean hasKept() {
        return model.hasKept();
    }

    @Override
    public void enter(Optional<HostedChat> hosted) {
        onEnter.accept(this, hosted);
    }

    @Override
    public void cancel() {
        model.close();
    }
}
