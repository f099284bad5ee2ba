package dev.hearth.app;

import dev.hearth.cli.BackupRequest;
import dev.hearth.cli.Console;
import dev.hearth.cli.ExitCode;
import dev.hearth.cli.ExportRequest;
import dev.hearth.cli.HostRequest;
import dev.hearth.cli.HostRequest.LogLevel;
import dev.hearth.cli.Launcher;
import dev.hearth.cli.TokenRequest;
import dev.hearth.cli.Version;
import dev.hearth.cli.WindowRequest;
import dev.hearth.client.ChatConnector;
import dev.hearth.client.DialectCatalogue;
import dev.hearth.client.DialectWish;
import dev.hearth.client.JoinedFolders;
import dev.hearth.client.connection.SocketIoConnector;
import dev.hearth.client.dialect.KnownDialects;
import dev.hearth.desktop.Notifications;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.net.Neighbourhood;
import dev.hearth.settings.DataFolder;
import dev.hearth.settings.DraftStore;
import dev.hearth.settings.Settings;
import dev.hearth.settings.SettingsStore;
import dev.hearth.ui.notices.SystemNotices;
import dev.hearth.ui.settings.Folders;
import dev.hearth.ui.shell.HearthDesktop;
import dev.hearth.ui.shell.OpeningWish;
import dev.hearth.ui.shell.Visits;
import dev.hearth.ui.shell.WindowParts;
import dev.hearth.ui.start.HostWish;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Opens the window, or hosts without one: what the command line asks of the rest of the program.
final class DesktopLauncher implements Launcher {
    private static final Duration FAREWELL = Duration.ofMillis(1_500);

    private final Neighbourhood neighbourhood;
    private final Console console;
    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    DesktopLauncher(Neighbourhood neighbourhood, Console console, Clock clock) {
        this.neighbourhood = neighbourhood;
        this.console = console;
        this.out = console.out();
        this.err = console.err();
        this.clock = clock;
    }

    @Override
    public int window(WindowRequest request) {
        Optional<String> missing = Display.missing();
        if (missing.isPresent()) {
            return withoutWindow(request, missing.get());
        }
        Visit visit = new Visit(request.join().map(URI::toString), request.name());
        request.join().ifPresent(server -> remember(request, server));
        Optional<SingleInstance> instance = Optional.empty();
        try {
            instance = Optional.of(SingleInstance.claim(DataFolder.open(request.data())));
        } catch (HearthException e) {
            if (e.code() == LocalTrouble.DATA_IN_USE
                    && SingleInstance.ask(DataFolder.open(request.data()), visit)) {
                out.println("Hearth is open already: its window comes forward.");
                return ExitCode.OK;
            }
            // A window that others cannot bring forward is better than none.
        }
        return window(plainly(request.data()), request.name(), instance, _ -> visit.wish());
    }

    private static void remember(WindowRequest request, URI server) {
        JoinedFolders folders = kept(request.data());
        request.arguments().ifPresent(it -> folders.rememberArguments(server, it.chosen()));
        request.dialect().ifPresent(it -> folders.rememberDialect(server, it.chosen()));
    }

    @Override
    public DialectCatalogue dialects(Optional<Path> data) {
        return new KnownDialects(Optional.of(DataFolder.where(data).resolve("dialects")));
    }

    /// Who only started the program wants a chat, and a host without a window is one. Who wants to
    /// read and write in another chat gets to know how.
    private int withoutWindow(WindowRequest request, String reason) {
        if (request.join().isPresent()) {
            throw new HearthException(
                    LocalTrouble.NO_DISPLAY,
                    "No window can be opened: %s. To read the chat here, use “hearth tail %s”; to write in it, “hearth say %s TEXT”."
                            .formatted(reason, request.join().get(), request.join().get()));
        }
        return new HeadlessHost(HostRequest.plain(request.data()), neighbourhood, console, clock)
                .run(Optional.of(reason));
    }

    @Override
    public int host(HostRequest request) {
        Optional<String> missing = Display.missing();
        if (!request.window() || missing.isPresent()) {
            return new HeadlessHost(request, neighbourhood, console, clock)
                    .run(request.window() ? missing : Optional.empty());
        }
        return window(
                request,
                request.name(),
                instanceOrNone(request.data()),
                settings ->
                        new OpeningWish.Host(
                                new HostWish(
                                        settings.name(),
                                        request.port(),
                                        settings.announced() && !request.hidden())));
    }

    /// What is to be hosted how cannot be handed to a window that is open: this gets its own.
    private static Optional<SingleInstance> instanceOrNone(Optional<Path> data) {
        try {
            return Optional.of(SingleInstance.claim(DataFolder.open(data)));
        } catch (HearthException e) {
            return Optional.empty();
        }
    }

    @Override
    public int export(ExportRequest request) {
        new ExportRun(request, out, err, clock).run();
        return ExitCode.OK;
    }

    @Override
    public int backup(BackupRequest request) {
        new BackupRun(request, err, clock).backup();
        return ExitCode.OK;
    }

    @Override
    public int token(TokenRequest request) {
        new TokenRun(request, out, err, clock).run();
        return ExitCode.OK;
    }

    @Override
    public int restore(BackupRequest request) {
        new BackupRun(request, err, clock).restore();
        return ExitCode.OK;
    }

    /// What a chat is hosted with when the window was opened without saying.
    private static HostRequest plainly(Optional<Path> data) {
        return HostRequest.plain(data).with(0, LogLevel.QUIET);
    }

    private int window(
            HostRequest hosting,
            Optional<String> name,
            Optional<SingleInstance> instance,
            Function<Settings, OpeningWish> wish) {
        Folders folders = folders(hosting.data());
        try (@Nullable SingleInstance own = instance.orElse(null);
                SettingsStore settings = settings(hosting.data());
                DraftStore drafts = drafts(hosting.data());
                WindowHosts hosts =
                        new WindowHosts(
                                hosting,
                                () -> DataFolder.open(hosting.data()),
                                neighbourhood,
                                out,
                                clock);
                Notifications notifications = Notifications.of(System.getenv());
                LogFiles _ = LogFiles.in(folders)) {
            JoinedFolders kept = kept(hosting.data());
            DialectWish described = dialects(hosting.data()).wish(DialectCatalogue.AUTO);
            ChatConnector connector = new SocketIoConnector(clock, kept);
            ClosingChats chats =
                    new ClosingChats(
                            (asked, listener) ->
                                    connector.join(
                                            asked.with(
                                                    described.withChosen(asked.dialect().chosen())),
                                            listener));
            name.ifPresent(chosen -> settings.update(old -> old.withName(chosen)));
            WindowParts parts =
                    new WindowParts(
                            chats,
                            hosts,
                            new StoredPreferences(settings, drafts),
                            clock,
                            Version.number(),
                            notices(notifications),
                            new JoinedHosts(kept),
                            neighbourhood,
                            folders,
                            dialects(hosting.data()));
            Visits visits = own == null ? Visits.NONE : own;
            HearthDesktop.run(parts, wish.apply(settings.current()), visits);
            // The next start gets a window of its own, and reads what is written here.
            settings.save();
            drafts.save();
            instance.ifPresent(SingleInstance::close);
            chats.await(FAREWELL);
            return ExitCode.OK;
        }
    }

    private static SystemNotices notices(Notifications notifications) {
        return new SystemNotices() {
            @Override
            public void show(String title, String text, boolean sound, Runnable onClick) {
                notifications.show(title, text, sound, onClick);
            }

            @Override
            public void badge(long unread) {
                notifications.badge(unread);
            }
        };
    }

    /// A folder that was named has to do. Without one the window opens whatever the disk says, for
    /// who started it from an icon sees no terminal; joining needs no folder, and hosting says what
    /// is wrong with it.
    private SettingsStore settings(Optional<Path> chosen) {
        try {
            return SettingsStore.open(DataFolder.open(chosen), clock);
        } catch (HearthException e) {
            if (chosen.isPresent()) {
                throw e;
            }
            return SettingsStore.unsaved(e.sentence());
        }
    }

    private static Folders folders(Optional<Path> chosen) {
        try {
            Path data = DataFolder.open(chosen).path();
            return new Folders(Optional.of(data), Optional.of(LogFiles.folder(data)));
        } catch (HearthException e) {
            return Folders.NONE;
        }
    }

    private static DraftStore drafts(Optional<Path> chosen) {
        try {
            return DraftStore.open(DataFolder.open(chosen));
        } catch (HearthException e) {
            return DraftStore.unsaved();
        }
    }

    /// Without a data folder the token is not saved, so hosts see a new person at each start.
    private static JoinedFolders kept(Optional<Path> chosen) {
        try {
            return new KeptChats(DataFolder.open(chosen));
        } catch (HearthException e) {
            return JoinedFolders.NONE;
        }
    }
}
