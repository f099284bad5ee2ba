package dev.hearth.cli;

import dev.hearth.lan.ServerAddress;
import dev.hearth.model.HostOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `hearth host` asks for.
///
/// @param name what others see of the person who hosts; empty: what the settings say
/// @param port 0 takes any free one; a taken one moves to the next free one
/// @param bind the address to listen at; empty: all of this computer's
/// @param data the data folder; empty: the one of this platform
/// @param web a folder to serve at `/` instead of Hearth's own page
/// @param access names and proxies through which it may be reached
/// @param options what the owner chose for the chat itself
/// @param window whether to open a window, where there is a display
/// @param newKey whether a new key takes the place of a lost key
/// @param hidden whether nobody on this network is to hear of it by itself
public record HostRequest(
        Optional<String> name,
        int port,
        Optional<String> bind,
        Optional<Path> data,
        Optional<Path> web,
        WebAccess access,
        HostOptions options,
        LogLevel log,
        boolean window,
        boolean newKey,
        boolean hidden) {
    /// With the usual options, but for `limits`.
    public HostRequest(
            Optional<String> name,
            int port,
            Optional<String> bind,
            Optional<Path> data,
            Optional<Path> web,
            List<String> allowOrigins,
            boolean limits,
            LogLevel log,
            boolean window) {
        this(
                name,
                port,
                bind,
                data,
                web,
                new WebAccess(allowOrigins),
                HostOptions.DEFAULT.withLimits(limits),
                log,
                window,
                false,
                false);
    }

    /// What a host without a window prints.
    public enum LogLevel {
        /// The addresses and failures.
        QUIET,
        /// Also who connects and disconnects.
        CONNECTIONS,
        /// Also the messages.
        MESSAGES
    }

    /// What `hearth host` asks for when nothing else is said.
    public static HostRequest plain(Optional<Path> data) {
        return new HostRequest(
                Optional.empty(),
                ServerAddress.DEFAULT_PORT,
                Optional.empty(),
                data,
                Optional.empty(),
                List.of(),
                true,
                LogLevel.CONNECTIONS,
                true);
    }

    /// The same at another port, printing more or less.
    public HostRequest with(int otherPort, LogLevel otherLog) {
        return new HostRequest(
                name, otherPort, bind, data, web, access, options, otherLog, window, newKey,
                hidden);
    }

    /// The same, now that the chat has its key, and keeps what it was told.
    public HostRequest again() {
        return new HostRequest(
                name, port, bind, data, web, access, options.asTold(), log, window, false, hidden);
    }
}
