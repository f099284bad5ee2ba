package dev.hearth.host;

import dev.hearth.log.ChatLog;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.NameCheck;
import dev.hearth.model.Names;
import java.util.Optional;

/// The name that the owner gave to the chat, kept beside its log. Given on the host loop; read by
/// any thread.
final class ChatName {
    static final String NOTE = "chat-name";

    private final ChatLog store;
    private volatile Optional<String> given;

    /// @param wish what the chat is called from now on; empty as before
    /// @throws HearthException MALFORMED, STORAGE
    ChatName(ChatLog store, Optional<String> wish) {
        this.store = store;
        given = store.note(NOTE);
        wish.ifPresent(this::give);
    }

    /// Empty while the owner has given none.
    Optional<String> given() {
        return given;
    }

    /// Keeps `wish` before it holds. Blocks on the disk.
    ///
    /// @return the name as it is from now on
    /// @throws HearthException MALFORMED, STORAGE: nothing was changed
    String give(String wish) {
        String name =
                switch (Names.checkOfAnything(wish)) {
                    case NameCheck.Fit(String fit) -> fit;
                    case NameCheck.Unfit(NameCheck.Problem problem) ->
                            throw new HearthException(ErrorCode.MALFORMED, problem.sentence());
                };
        if (!given.equals(Optional.of(name))) {
            store.note(NOTE, name);
            given = Optional.of(name);
        }
        return name;
    }
}
