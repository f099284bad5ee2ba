package dev.hearth.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Where what is kept of joined chats lies on this computer, as the program that joins them
/// decides. Calls block on the disk; any thread.
public interface JoinedFolders {
    /// Keeps nothing.
    JoinedFolders NONE =
            new JoinedFolders() {
                @Override
                public Optional<String> hostAt(URI server) {
                    return Optional.empty();
                }

                @Override
                public void remember(URI server, String hostId) {}

                @Override
                public Optional<MessageArguments> argumentsAt(URI server) {
                    return Optional.empty();
                }

                @Override
                public void rememberArguments(URI server, Optional<MessageArguments> arguments) {}

                @Override
                public Optional<String> dialectAt(URI server) {
                    return Optional.empty();
                }

                @Override
                public void rememberDialect(URI server, Optional<String> chosen) {}

                @Override
                public Optional<JoinedFolder> open(String hostId) {
                    return Optional.empty();
                }
            };

    /// The id of the host that last answered at `server`.
    Optional<String> hostAt(URI server);

    void remember(URI server, String hostId);

    /// What a person chose that messages to the plain server at `server` consist of.
    Optional<MessageArguments> argumentsAt(URI server);

    /// @param arguments empty to find it out again
    void rememberArguments(URI server, Optional<MessageArguments> arguments);

    /// What a person chose that the server at `server` speaks: as in [DialectWish#chosen].
    Optional<String> dialectAt(URI server);

    /// @param chosen empty to find it out again
    void rememberDialect(URI server, Optional<String> chosen);

    /// Takes the folder of that host for this chat alone.
    ///
    /// @return empty when nothing can be kept: the chat then lives in memory
    /// @throws dev.hearth.model.HearthException DATA_IN_USE: another chat has it, and would keep
    ///   what this one could only forget
    Optional<JoinedFolder> open(String hostId);

    /// The folder of one host, until it is closed.
    interface JoinedFolder extends AutoCloseable {
        Path path();

        @Override
        void close();
    }
}
