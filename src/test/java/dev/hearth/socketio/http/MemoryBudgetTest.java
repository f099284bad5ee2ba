package dev.hearth.socketio.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.socketio.Fixture;
import dev.hearth.socketio.ServerOptions;
import dev.hearth.socketio.Sizes;
import dev.hearth.socketio.SocketServer;
import dev.hearth.socketio.TooLittleMemory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
    private final Counters counters = new Counters();
    private final MemoryBudget budget = new MemoryBudget(800_000, counters);
    private final List<String> evicted = new ArrayList<>();

    private Account open(String name) {
        return budget.open(1_000, () -> evicted.add(name));
    }

    @Test
    void closesTheHeaviestFirst() {
        Account light = open("light");
        Account heavy = open("heavy");
        assertThat(heavy.take(600_000)).isTrue();
        assertThat(light.take(300_000)).isTrue();
        assertThat(evicted).containsExactly("heavy");
        assertThat(budget.used()).isEqualTo(301_000);
        assertThat(counters.refused()).containsEntry("memory", 1L);
    }

    @Test
    void closesTheOneThatAsksWhenNobodyHoldsMore() {
        Account light = open("light");
        Account heavy = open("heavy");
        light.take(300_000);
        assertThat(heavy.take(790_000)).isFalse();
        assertThat(evicted).containsExactly("heavy");
        assertThat(budget.used()).isEqualTo(301_000);
    }

    @Test
    void aClosedAccountGivesBackOnceAndTakesNothing() {
        Account account = open("account");
        account.take(5_000);
        account.close();
        account.close();
        account.give(5_000);
        assertThat(account.take(1)).isFalse();
        assertThat(budget.used()).isZero();
        assertThat(evicted).isEmpty();
    }

    @Test
    void refusesConnectionsAndSessionsBeforeTheyFillIt() {
        int sessions = 0;
        while (budget.hasRoomForSession(1_000)) {
            open("session");
            sessions++;
        }
        int connections = 0;
        while (budget.hasRoomForConnection(1_000)) {
            open("connection");
            connections++;
        }
        assertThat(sessions).isEqualTo(300);
        assertThat(connections).isEqualTo(100);
        assertThat(evicted).isEmpty();
    }

    @Test
    void aChargeFollowsItsAmountInSteps() {
        Account account = open("account");
        Charge charge = new Charge(account);
        assertThat(charge.grown(20_000)).isTrue();
        assertThat(account.held()).isEqualTo(1_000); // the base pays for the first step
        assertThat(charge.grown(200_000)).isTrue();
        assertThat(account.held()).isBetween(169_000L, 202_000L);
        charge.shrunk(0);
        assertThat(account.held()).isEqualTo(1_000);
    }

    @Test
    void aHeapThatIsTooSmallIsSaidInASentence() {
        Sizes sizes = Sizes.DEFAULT;
        assertThatThrownBy(() -> sizes.checkFits(64 << 20))
                .isInstanceOf(TooLittleMemory.class)
                .hasMessage(
                        "This program may use 64 MB of memory, and a chat needs 96 MB."
                                + " Start it with -Xmx96m or more.");
        ServerOptions greedy =
                Fixture.OPTIONS.withSizes(new Sizes(1_000, 10, 1_000, 1_000, 1L << 40));
        try (SocketServer server = new SocketServer(greedy)) {
            assertThatThrownBy(server::start).isInstanceOf(TooLittleMemory.class);
        }
    }
}
