package dev.hearth.ui.start;

import dev.hearth.model.ConnectionState;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;

/// A chat that is being joined, until it is entered or given up. FX thread only.
public interface JoinAttempt {
    ReadOnlyObjectProperty<ConnectionState> connectionProperty();

    /// Whether something of the chat was kept from before, and can be shown though its server is
    /// away.
    boolean hasKept();

    /// Shows the chat.
    ///
    /// @param hosted the chat itself, when this program hosts it
    void enter(Optional<HostedChat> hosted);

    /// Gives up, and leaves nothing open.
    void cancel();
}
