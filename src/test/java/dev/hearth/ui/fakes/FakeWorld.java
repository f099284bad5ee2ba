package dev.hearth.ui.fakes;

import dev.hearth.client.Chat;
import dev.hearth.client.ChatConnector;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinRequest.HostToken;
import dev.hearth.model.Event;
import dev.hearth.ui.shell.KnownHosts;
import dev.hearth.ui.start.EarlierChat;
import dev.hearth.ui.start.HostLauncher;
import dev.hearth.ui.start.HostWish;
import dev.hearth.ui.start.HostedChat;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Everything outside the window: chats to join and chats to host, all made up. FX thread.
public final class FakeWorld implements ChatConnector, HostLauncher, KnownHosts {
    public static final Instant NOW = Instant.parse("2026-11-20T18:42:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final List<FakeChat> chats = new ArrayList<>();
    private final List<HostWish> wishes = new ArrayList<>();
    private final List<FakeHost> hosts = new ArrayList<>();
    private final Map<URI, String> hostsOf = new HashMap<>();
    private Consumer<FakeChat> onJoin = FakeChat::goOnline;
    private Optional<CompletableFuture<HostedChat>> answer = Optional.empty();
    private Optional<EarlierChat> earlier = Optional.empty();
    private Optional<String> notice = Optional.empty();

    /// What a chat does as soon as it is joined; it goes online when nothing else is said.
    public void onJoin(Consumer<FakeChat> behaviour) {
        onJoin = behaviour;
    }

    /// Has the next host come when `future` does.
    public void answerHostingWith(CompletableFuture<HostedChat> future) {
        answer = Optional.of(future);
    }

    public void notice(String sentence) {
        notice = Optional.of(sentence);
    }

    /// Both addresses are of one host, and this computer knows.
    public void sameHost(String one, String other) {
        hostsOf.put(URI.create(one), one);
        hostsOf.put(URI.create(other), one);
    }

    @Override
    public CompletionStage<Optional<URI>> sameHost(URI server, List<URI> others) {
        Optional<String> host = Optional.ofNullable(hostsOf.get(server));
        return CompletableFuture.completedFuture(
                others.stream()
                        .filter(
                                other ->
                                        host.filter(it -> it.equals(hostsOf.get(other)))
                                                .isPresent())
                        .findFirst());
    }

    public FakeChat chat() {
        return chats.getLast();
    }

    public List<FakeChat> chats() {
        return chats;
    }

    public List<HostWish> wishes() {
        return wishes;
    }

    public List<FakeHost> hosts() {
        return hosts;
    }

    @Override
    public Chat join(JoinRequest request, Consumer<Event> listener) {
        var chat = new FakeChat(request, listener);
        chats.add(chat);
        onJoin.accept(chat);
        return chat;
    }

    @Override
    public CompletionStage<HostedChat> host(HostWish wish) {
        wishes.add(wish);
        if (answer.isPresent()) {
            return answer.get();
        }
        return CompletableFuture.completedFuture(newHost());
    }

    /// Somebody has hosted here before.
    public void hostedBefore(EarlierChat chat) {
        earlier = Optional.of(chat);
    }

    @Override
    public CompletionStage<Optional<EarlierChat>> earlier() {
        return CompletableFuture.completedFuture(earlier);
    }

    /// The one that came last.
    public FakeHost host() {
        return hosts.getLast();
    }

    public FakeHost newHost() {
        var host = new FakeHost(notice);
        hosts.add(host);
        return host;
    }

    /// A host that only remembers whether it was stopped.
    public static final class FakeHost implements HostedChat {
        private final Optional<String> notice;
        private BiConsumer<String, Boolean> troubles = (_, _) -> {};
        private final FakeDesk desk = new FakeDesk();
        private boolean stopped;
        private List<URI> addresses =
                List.of(
                        URI.create("http://192.168.1.20:3000"),
                        URI.create("http://studio.local:3000"));

        FakeHost(Optional<String> notice) {
            this.notice = notice;
        }

        public boolean isStopped() {
            return stopped;
        }

        @Override
        public URI localAddress() {
            return URI.create("http://127.0.0.1:3000");
        }

        @Override
        public List<URI> shareAddresses() {
            return addresses;
        }

        /// The computer is on another network.
        public void moveTo(String... others) {
            addresses = Stream.of(others).map(URI::create).toList();
        }

        @Override
        public Optional<String> notice() {
            return notice;
        }

        @Override
        public Optional<HostToken> ownerToken() {
            return Optional.of(new HostToken("host", "the owner's"));
        }

        @Override
        public FakeDesk desk() {
            return desk;
        }

        @Override
        public void onTrouble(BiConsumer<String, Boolean> told) {
            troubles = told;
        }

        /// Something happens to the log.
        public void trouble(String words, boolean lasting) {
            troubles.accept(words, lasting);
        }

        @Override
        public CompletionStage<Void> stop() {
            stopped = true;
            return CompletableFuture.completedFuture(null);
        }
    }
}
