package dev.hearth.app;

import dev.hearth.cli.HostRequest;
import dev.hearth.cli.HostRequest.LogLevel;
import dev.hearth.client.JoinRequest.HostToken;
import dev.hearth.host.ChatHost;
import dev.hearth.log.sqlite.LogGlance;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.net.Neighbourhood;
import dev.hearth.settings.DataFolder;
import dev.hearth.settings.FolderLock;
import dev.hearth.ui.hosting.HostDesk;
import dev.hearth.ui.start.EarlierChat;
import dev.hearth.ui.start.HostLauncher;
import dev.hearth.ui.start.HostWish;
import dev.hearth.ui.start.HostedChat;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// Hosts chats for the window, one at a time, on virtual threads. Thread-safe.
final class WindowHosts implements HostLauncher, AutoCloseable {
    private static final String FOLDER = "host";

    private volatile HostRequest request;
    private final Supplier<DataFolder> data;
    private final Neighbourhood neighbourhood;
    private final ConsoleLog console;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Hosted> open = ConcurrentHashMap.newKeySet();
    private final Thread goodbye = new Thread(() -> open.forEach(Hosted::end), "hearth-goodbye");

    WindowHosts(
            HostRequest request,
            Supplier<DataFolder> data,
            Neighbourhood neighbourhood,
            PrintStream out,
            Clock clock) {
        this.request = request;
        this.data = data;
        this.neighbourhood = neighbourhood;
        this.console = new ConsoleLog(out, request.log(), clock);
        this.clock = clock;
        // The system ends the program (SIGTERM, logging out): the chat says goodbye to everybody.
        Runtime.getRuntime().addShutdownHook(goodbye);
    }

    @Override
    public CompletionStage<HostedChat> host(HostWish wish) {
        return CompletableFuture.supplyAsync(() -> start(wish), threads);
    }

    @Override
    public CompletionStage<Optional<EarlierChat>> earlier() {
        return CompletableFuture.supplyAsync(
                () ->
                        LogGlance.at(data.get().path().resolve(FOLDER), ChatHost.NAME_NOTE)
                                .filter(log -> log.messages() > 0)
                                .map(log -> new EarlierChat(log.note(), log.messages())),
                Thread::startVirtualThread);
    }

    private HostedChat start(HostWish wish) {
        FolderLock lock = data.get().lock(FOLDER);
        boolean started = false;
        try {
            Hosting hosting = Hosting.of(request, lock.folder(), wish.name(), wish.port());
            StorageAlerts troubles = new StorageAlerts();
            WatchedHost host = WatchedHost.start(hosting.plan(), console, troubles, clock);
            request = request.again();
            List<String> said = new ArrayList<>(troubles.soFar());
            hosting.notice(host).ifPresent(said::add);
            AnnouncedHost announced =
                    AnnouncedHost.start(
                            wish.announced() ? neighbourhood : Neighbourhood.NONE, host);
            Hosted hosted =
                    new Hosted(hosting, host, announced, lock, troubles, String.join(" ", said));
            if (request.log() != LogLevel.QUIET) {
                hosting.reachable(host).forEach(uri -> console.print("listening on " + uri));
            }
            open.add(hosted);
            started = true;
            return hosted;
        } catch (HearthException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new HearthException(
                    LocalTrouble.BAD_BIND,
                    "The chat could not be opened: " + e.getMessage() + ".",
                    e);
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    @Override
    public void close() {
        open.forEach(Hosted::end);
        threads.close();
        console.close();
    }

    private final class Hosted implements HostedChat {
        private final Hosting hosting;
        private final WatchedHost host;
        private final AnnouncedHost announced;
        private final FolderLock lock;
        private final StorageAlerts troubles;
        private final Optional<String> notice;
        private final URI own;
        private final WindowDesk desk;

        Hosted(
                Hosting hosting,
                WatchedHost host,
                AnnouncedHost announced,
                FolderLock lock,
                StorageAlerts troubles,
                String notice) {
            this.hosting = hosting;
            this.host = host;
            this.announced = announced;
            this.troubles = troubles;
            this.lock = lock;
            this.notice = notice.isEmpty() ? Optional.empty() : Optional.of(notice);
            this.own = hosting.own(host);
            this.desk = new WindowDesk(host, threads, clock);
        }

        @Override
        public URI localAddress() {
            return own;
        }

        @Override
        public List<URI> shareAddresses() {
            return hosting.shareable(host);
        }

        @Override
        public Optional<String> notice() {
            return notice;
        }

        @Override
        public Optional<HostToken> ownerToken() {
            return Optional.of(new HostToken(host.id(), host.ownerToken()));
        }

        @Override
        public HostDesk desk() {
            return desk;
        }

        @Override
        public void onTrouble(BiConsumer<String, Boolean> told) {
            troubles.listen(told);
        }

        @Override
        public CompletionStage<Void> stop() {
            return CompletableFuture.runAsync(this::end, threads);
        }

        void end() {
            desk.close();
            announced.close();
            host.close();
            lock.close();
            open.remove(this);
        }
    }
}
