package dev.hearth.ui.fakes;

import dev.hearth.net.AnnouncedChat;
import dev.hearth.net.FoundChat;
import dev.hearth.net.Neighbourhood;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Networks on which chats come and go as a test wants.
public final class FakeNeighbourhood implements Neighbourhood {
    private final Set<Consumer<Surroundings>> watchers = new CopyOnWriteArraySet<>();
    private CompletableFuture<@Nullable Void> answer = CompletableFuture.completedFuture(null);
    private Surroundings now = new Surroundings(List.of(), true);

    /// A chat at one address or more.
    public static FoundChat chat(String id, String name, int people, String... addresses) {
        return new FoundChat(id, name, people, Stream.of(addresses).map(URI::create).toList());
    }

    /// These are around now, and no others.
    public void around(FoundChat... chats) {
        tell(new Surroundings(List.of(chats), true));
    }

    /// There is no network.
    public void goDeaf() {
        tell(new Surroundings(List.of(), false));
    }

    private void tell(Surroundings surroundings) {
        now = surroundings;
        watchers.forEach(each -> each.accept(surroundings));
    }

    public boolean isWatched() {
        return !watchers.isEmpty();
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(60);
    }

    @Override
    public Watch watch(Consumer<Surroundings> told) {
        watchers.add(told);
        told.accept(now);
        return () -> watchers.remove(told);
    }

    /// Has no address answer before [#answer].
    public void answerLater() {
        answer = new CompletableFuture<>();
    }

    public void answer() {
        answer.complete(null);
    }

    @Override
    public CompletionStage<URI> way(FoundChat chat) {
        return answer.thenApply(_ -> chat.addresses().getFirst());
    }

    @Override
    public Notice announce(AnnouncedChat chat) {
        return Notice.NONE;
    }
}
