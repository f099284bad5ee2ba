package dev.hearth.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.DialectCatalogue;
import dev.hearth.client.JoinRequest;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.net.FoundChat;
import dev.hearth.settings.RecentChat;
import dev.hearth.settings.RecentChat.Said;
import dev.hearth.testkit.Abilities;
import dev.hearth.ui.fakes.FakeNeighbourhood;
import dev.hearth.ui.fakes.FakePreferences;
import dev.hearth.ui.fakes.FakeTimers;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.NothingOpen;
import dev.hearth.ui.kit.Problem;
import dev.hearth.ui.kit.Subscriptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

final class StartViewModelTest {
    private final FakeWorld world = new FakeWorld();
    private final FakeTimers time = new FakeTimers();
    private final FakeNeighbourhood network = new FakeNeighbourhood();
    private Optional<String> hosted = Optional.empty();
    private final FakePreferences preferences = FakePreferences.of("Mira");
    private final List<Attempt> attempts = new ArrayList<>();
    private final StartViewModel model =
            new StartViewModel(
                    world,
                    this::knock,
                    new NothingOpen(),
                    new FoundChatsViewModel(network, () -> hosted, time.context()),
                    new RecentChats(preferences),
                    preferences,
                    time.context(),
                    DialectCatalogue.NONE);

    private Attempt knock(JoinRequest request) {
        var attempt = new Attempt(request);
        attempts.add(attempt);
        return attempt;
    }

    private static final class Attempt implements JoinAttempt {
        final JoinRequest request;
        final SimpleObjectProperty<ConnectionState> state =
                new SimpleObjectProperty<>(new ConnectionState.Connecting(1));
        Optional<HostedChat> enteredWith = Optional.empty();
        boolean kept;
        boolean entered;
        int cancelled;

        Attempt(JoinRequest request) {
            this.request = request;
        }

        void goOnline() {
            state.set(new ConnectionState.Online(Abilities.HEARTH));
        }

        @Override
        public ReadOnlyObjectProperty<ConnectionState> connectionProperty() {
            return state;
        }

        @Override
        public boolean hasKept() {
            return kept;
        }

        @Override
        public void enter(Optional<HostedChat> hosted) {
            entered = true;
            enteredWith = hosted;
        }

        @Override
        public void cancel() {
            cancelled++;
        }
    }

    private Attempt join(String address) {
        model.addressProperty().set(address);
        model.join();
        return attempts.getLast();
    }

    private Problem joinProblem() {
        return model.joinProblemProperty().get().orElseThrow();
    }

    private boolean isReady() {
        return model.stepProperty().get().equals(StartStep.READY);
    }

    @Test
    void hostingJoinsOverLoopbackAndEnters() {
        model.host();
        assertThat(world.wishes()).containsExactly(new HostWish("Mira", 3000, true));
        Attempt attempt = attempts.getLast();
        assertThat(attempt.request.server()).hasToString("http://127.0.0.1:3000");
        assertThat(model.stepProperty().get()).isEqualTo(StartStep.HOSTING);
        attempt.goOnline();
        assertThat(attempt.entered).isTrue();
        assertThat(attempt.enteredWith).contains(world.hosts().getLast());
        assertThat(isReady()).isTrue();
        assertThat(time.waiting()).isZero();
    }

    @Test
    void hostingThatFailsSaysWhy() {
        world.answerHostingWith(
                CompletableFuture.failedFuture(
                        new HearthException(LocalTrouble.PORT_TAKEN, "No port is free.")));
        model.host();
        Problem problem = model.hostProblemProperty().get().orElseThrow();
        assertThat(problem.sentence()).isEqualTo("No port is free.");
        assertThat(problem.code()).isEqualTo("port_taken");
        assertThat(isReady()).isTrue();
    }

    @Test
    void aHostThatComesAfterCancelIsStopped() {
        var answer = new CompletableFuture<HostedChat>();
        world.answerHostingWith(answer);
        model.host();
        model.cancel();
        assertThat(isReady()).isTrue();
        FakeWorld.FakeHost late = world.newHost();
        answer.complete(late);
        assertThat(late.isStopped()).isTrue();
        assertThat(attempts).isEmpty();
    }

    @Test
    void cancellingWhileJoiningOnesOwnChatStopsIt() {
        model.host();
        model.cancel();
        assertThat(world.hosts().getLast().isStopped()).isTrue();
        assertThat(attempts.getLast().cancelled).isOne();
    }

    @Test
    void joiningRemembersTheAddressOnceItWorked() {
        Attempt attempt = join("192.168.1.20");
        assertThat(model.stepProperty().get())
                .isEqualTo(new StartStep.Joining("192.168.1.20:3000"));
        assertThat(preferences.recentAddresses()).isEmpty();
        attempt.goOnline();
        assertThat(attempt.entered).isTrue();
        assertThat(preferences.recentAddresses()).containsExactly("192.168.1.20");
        assertThat(model.recent().all()).containsExactly(RecentChat.at("192.168.1.20"));
    }

    @Test
    void aChatHasOnePlaceAmongTheRecentHoweverItWasTyped() {
        preferences.rememberAddress("no address");
        preferences.rememberAddress("10.0.0.7");
        for (String typed : List.of("192.168.1.20", "http://192.168.1.20:3000/", "localhost")) {
            join(typed).goOnline();
        }
        join("127.0.0.1:3000").goOnline();
        assertThat(preferences.recentAddresses())
                .containsExactly(
                        "127.0.0.1:3000", "http://192.168.1.20:3000/", "10.0.0.7", "no address");
        model.recent().forget("10.0.0.7");
        assertThat(preferences.recentAddresses()).doesNotContain("10.0.0.7").hasSize(3);
        assertThat(model.recent().all()).hasSize(3);
    }

    @Test
    void whatIsKnownOfAChatMovesWithItAndGoesWithIt() {
        var said = Optional.of(new Said("Omar: On my way.", Instant.EPOCH));
        URI server = URI.create("http://192.168.1.20:3000");
        model.recent().note(server, chat -> chat.named("Kitchen").saying(said));
        assertThat(preferences.recentChats()).as("was never joined").isEmpty();
        join("192.168.1.20").goOnline();
        model.recent().note(server, chat -> chat.named("Kitchen").saying(said));
        join("hearth://192.168.1.20").goOnline();
        assertThat(model.recent().all())
                .containsExactly(new RecentChat("hearth://192.168.1.20", "Kitchen", said));
        model.recent().forget("hearth://192.168.1.20");
        join("192.168.1.20").goOnline();
        assertThat(model.recent().all()).containsExactly(RecentChat.at("192.168.1.20"));
    }

    @Test
    void anAddressThatDoesNotParseIsSaidAtOnce() {
        model.addressProperty().set("ftp://somewhere");
        model.join();
        assertThat(attempts).isEmpty();
        assertThat(joinProblem().code()).isEqualTo("bad_address");
        model.addressProperty().set("somewhere");
        assertThat(model.joinProblemProperty().get()).isEmpty();
    }

    @Test
    void aRefusalIsSaid() {
        Attempt attempt = join("192.168.1.20");
        attempt.state.set(
                new ConnectionState.Refused(ErrorCode.NOT_SOCKET_IO, "That is a web page."));
        assertThat(joinProblem().sentence()).isEqualTo("That is a web page.");
        assertThat(attempt.cancelled).isOne();
        assertThat(isReady()).isTrue();
    }

    @Test
    void theFirstFailedTryEndsTheJoin() {
        Attempt attempt = join("192.168.1.20");
        attempt.state.set(
                new ConnectionState.Offline(FakeWorld.NOW.plusSeconds(2), "It does not answer."));
        assertThat(joinProblem().sentence()).isEqualTo("It does not answer.");
        assertThat(attempt.cancelled).isOne();
    }

    @Test
    void aKeptChatIsEnteredThoughItsHostIsAway() {
        Attempt attempt = join("192.168.1.20");
        attempt.kept = true;
        attempt.state.set(
                new ConnectionState.Offline(FakeWorld.NOW.plusSeconds(2), "It does not answer."));
        assertThat(attempt.entered).isTrue();
        assertThat(attempt.cancelled).isZero();
        assertThat(model.joinProblemProperty().get()).isEmpty();
        assertThat(time.waiting()).isZero();
    }

    @Test
    void aKeptChatIsEnteredThoughNothingAnswers() {
        Attempt attempt = join("192.168.1.20");
        attempt.kept = true;
        time.pass(java.time.Duration.ofSeconds(5));
        assertThat(attempt.entered).isTrue();
        assertThat(attempt.cancelled).isZero();
    }

    @Test
    void aKeptChatThatIsRefusedIsNotEntered() {
        Attempt attempt = join("192.168.1.20");
        attempt.kept = true;
        attempt.state.set(
                new ConnectionState.Refused(ErrorCode.NOT_SOCKET_IO, "That is a web page."));
        assertThat(attempt.entered).isFalse();
        assertThat(attempt.cancelled).isOne();
    }

    @Test
    void silenceIsAnErrorWithinFiveSeconds() {
        Attempt attempt = join("192.168.1.20");
        time.pass(java.time.Duration.ofSeconds(5));
        assertThat(joinProblem().code()).isEqualTo("no_answer");
        assertThat(attempt.cancelled).isOne();
        attempt.goOnline();
        assertThat(attempt.entered).isFalse();
    }

    @Test
    void cancelLeavesNothingOpen() {
        Attempt attempt = join("192.168.1.20");
        model.cancel();
        assertThat(attempt.cancelled).isOne();
        assertThat(isReady()).isTrue();
        assertThat(time.waiting()).isZero();
        assertThat(model.joinProblemProperty().get()).isEmpty();
    }

    @Test
    void oneThingAtATime() {
        join("192.168.1.20");
        model.host();
        model.join();
        assertThat(world.wishes()).isEmpty();
        assertThat(attempts).hasSize(1);
    }

    @Test
    void wantsANameFirst() {
        model.nameProperty().set(" ");
        model.host();
        assertThat(world.wishes()).isEmpty();
        assertThat(model.nameProblemProperty().get()).isNotEmpty();
        model.nameProperty().set("Mira");
        assertThat(model.nameProblemProperty().get()).isEmpty();
    }

    @Test
    void wantsAPortThatExists() {
        for (String port : List.of("", "x", "-1", "65536")) {
            model.portProperty().set(port);
            model.host();
            assertThat(model.portProblemProperty().get()).isNotEmpty();
        }
        assertThat(world.wishes()).isEmpty();
    }

    @Test
    void findsOthersWhileSomebodyLooks() {
        var found = model.found();
        assertThat(network.isWatched()).isFalse();
        var looking = new Subscriptions();
        found.attach(looking);
        assertThat(found.outcomeProperty().get()).isEqualTo(FoundChatsViewModel.Outcome.LOOKING);
        time.pass(Duration.ofSeconds(3));
        assertThat(found.outcomeProperty().get()).isEqualTo(FoundChatsViewModel.Outcome.NONE);
        hosted = Optional.of("id-own");
        FoundChat tea = FakeNeighbourhood.chat("id-tea", "Tea", 2, "http://10.0.0.3:3000");
        network.around(tea, FakeNeighbourhood.chat("id-own", "Mine", 1, "http://10.0.0.9:3000"));
        assertThat(found.chats()).containsExactly(tea);
        assertThat(found.outcomeProperty().get()).isEqualTo(FoundChatsViewModel.Outcome.FOUND);
        network.goDeaf();
        assertThat(found.chats()).isEmpty();
        assertThat(found.outcomeProperty().get()).isEqualTo(FoundChatsViewModel.Outcome.NO_NETWORK);
        looking.close();
        assertThat(network.isWatched()).isFalse();
    }

    @Test
    void joinsWhatWasFoundWhereItAnswersAndRemembersIt() {
        model.join(
                FakeNeighbourhood.chat(
                        "id-tea", "Tea", 2, "http://10.0.0.3:3000", "http://[fd00::3]:3000"));
        assertThat(model.stepProperty().get()).isEqualTo(new StartStep.Joining("Tea"));
        assertThat(attempts.getLast().request.server())
                .isEqualTo(URI.create("http://10.0.0.3:3000"));
        attempts.getLast().state.set(new ConnectionState.Online(Abilities.HEARTH));
        assertThat(attempts.getLast().entered).isTrue();
        assertThat(preferences.recentAddresses()).containsExactly("10.0.0.3:3000");
    }

    @Test
    void whoGivesUpBeforeAnAddressAnsweredJoinsNothing() {
        network.answerLater();
        model.join(FakeNeighbourhood.chat("id-tea", "Tea", 2, "http://10.0.0.3:3000"));
        model.cancel();
        network.answer();
        assertThat(attempts).isEmpty();
        assertThat(model.isBusy()).isFalse();
    }
}
