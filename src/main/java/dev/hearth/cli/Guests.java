package dev.hearth.cli;

import dev.hearth.client.ChatConnector;
import dev.hearth.client.DialectWish;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinRequest.History;
import dev.hearth.client.MessageArguments;
import java.util.Optional;

/// Lets commands into chats as guests, by an address or by the name of a chat on this network.
/// Stateless.
final class Guests {
    private final ChatConnector connector;
    private final ChatLookup lookup;

    Guests(ChatConnector connector, ChatLookup lookup) {
        this.connector = connector;
        this.lookup = lookup;
    }

    /// Without asking for what was written before.
    ///
    /// @throws dev.hearth.model.HearthException BAD_ADDRESS, NO_CHAT or SEVERAL_CHATS
    GuestSession to(String chat, NameOption name) {
        return to(chat, name, Optional.empty(), DialectWish.NONE);
    }

    /// @param arguments what messages to a plain server consist of; empty: found out
    /// @param dialect how to talk with the server
    GuestSession to(
            String chat,
            NameOption name,
            Optional<MessageArguments> arguments,
            DialectWish dialect) {
        JoinRequest request = request(chat, name).with(History.NONE).with(dialect);
        return GuestSession.of(connector, arguments.map(request::with).orElse(request));
    }

    GuestSession to(String chat, NameOption name, History history, DialectWish dialect) {
        return GuestSession.of(connector, request(chat, name).with(history).with(dialect));
    }

    private JoinRequest request(String chat, NameOption name) {
        return new JoinRequest(lookup.find(chat), name.name().orElse(""));
    }
}
