package dev.hearth.cli;

import dev.hearth.client.DialectCatalogue;
import java.nio.file.Path;
import java.util.Optional;

/// What the command line cannot do by itself: app implements it.
public interface Launcher {
    /// Opens the window and returns when it is closed.
    ///
    /// @return the exit code of the program: one of [ExitCode]
    /// @throws dev.hearth.model.HearthException shown as one line; the program then ends with
    ///   [ExitCode#FAILURE]
    int window(WindowRequest request);

    /// The dialects that can be chosen by those who use a data folder.
    DialectCatalogue dialects(Optional<Path> data);

    /// Hosts a chat, in a window or without one, and returns when it has stopped.
    ///
    /// @return the exit code of the program: one of [ExitCode]
    /// @throws dev.hearth.model.HearthException as above
    int host(HostRequest request);

    /// Writes out the chat that was hosted from a data folder.
    ///
    /// @return the exit code of the program: one of [ExitCode]
    /// @throws dev.hearth.model.HearthException as above
    int export(ExportRequest request);

    /// Copies the log of the chat that was hosted from a data folder.
    ///
    /// @return the exit code of the program: one of [ExitCode]
    /// @throws dev.hearth.model.HearthException as above
    int backup(BackupRequest request);

    /// Makes or takes back the token of a program, or lists who has one.
    ///
    /// @return the exit code of the program: one of [ExitCode]
    /// @throws dev.hearth.model.HearthException as above
    int token(TokenRequest request);

    /// Puts a backup in the place of the log of the chat that was hosted from a data folder.
    ///
    /// @return the exit code of the program: one of [ExitCode]
    /// @throws dev.hearth.model.HearthException as above
    int restore(BackupRequest request);
}
