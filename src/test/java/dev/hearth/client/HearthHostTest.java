package dev.hearth.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Message;
import dev.hearth.model.ServerKind;
import dev.hearth.testkit.NodeProcess;
import dev.hearth.testkit.Patience;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/// What a Hearth host says on the plain door, said by a Node server.
final class HearthHostTest {
    private static final ConnectionState ONLINE = new ConnectionState.Online(ServerKind.HEARTH);

    private static Joined named(URI server, String name) {
        Joined joined = Joined.to(new JoinRequest(server, name));
        joined.awaitState(ONLINE::equals);
        return joined;
    }

    @Test
    void knowsWhoWroteWhatAndWhen() {
        try (NodeProcess server = NodeProcess.server("servers/greeting.mjs");
                Joined ada = named(server.address(), "Ada");
                Joined bob = named(server.address(), "Bob")) {
            EntryId id = ada.chat().send("Bob: hello");
            Message heard = bob.awaitMessages(1).getFirst();
            assertThat(heard.id()).isEqualTo(id);
            assertThat(heard.from().name()).isEqualTo("Ada");
            assertThat(heard.text()).isEqualTo("Bob: hello");
            assertThat(heard.own()).isFalse();
            assertThat(heard.seq()).isEqualTo(OptionalLong.of(1));
            assertThat(Duration.between(heard.at(), Instant.now()).abs())
                    .isLessThan(Duration.ofSeconds(10));
            Patience.await().until(() -> ada.message(id).seq().isPresent());
            assertThat(ada.message(id).with(Delivery.SENDING))
                    .isEqualTo(
                            new Message(
                                    id,
                                    heard.room(),
                                    heard.seq(),
                                    heard.from(),
                                    heard.at(),
                                    heard.text(),
                                    true,
                                    Delivery.SENDING));
            assertThat(ada.messages()).hasSize(1);
        }
    }

    @Test
    void splitsNamesOnlyWhereAHearthHostSpeaks() {
        try (NodeProcess server = NodeProcess.server("servers/greeting.mjs", "--envelope", "off");
                Joined ada = named(server.address(), "Ada");
                Joined bob = named(server.address(), "Bob")) {
            Message said = ada.say("hello");
            assertThat(said.text()).isEqualTo("hello");
            Message heard = bob.awaitMessages(1).getFirst();
            assertThat(heard.from().name()).isEqualTo("Ada");
            assertThat(heard.text()).isEqualTo("hello");
        }
    }

    @Test
    void cutsLoseAndDoubleNothing() {
        try (NodeProcess server = NodeProcess.server("servers/greeting.mjs");
                Proxy proxy = Proxy.to(server.port());
                Joined ada = named(proxy.address(), "Ada");
                Joined bob = named(server.address(), "Bob")) {
            int sent = 0;
            for (int cut = 0; cut < 8; cut++) {
                for (int i = 0; i < 25; i++) {
                    ada.chat().send("message " + sent);
                    sent++;
                }
                proxy.cut();
                ada.await(ConnectionState.Offline.class);
                proxy.mend();
                ada.chat().reconnectNow();
                ada.online();
            }
            bob.awaitMessages(sent);
            int all = sent;
            Patience.await()
                    .until(
                            () ->
                                    ada.messages().stream()
                                                    .filter(
                                                            m ->
                                                                    m.delivery()
                                                                            .equals(
                                                                                    Delivery
                                                                                            .DELIVERED))
                                                    .count()
                                            == all);
            assertThat(ada.texts()).doesNotHaveDuplicates().hasSize(all);
            assertThat(bob.texts()).containsExactlyElementsOf(ada.texts());
            assertThat(ada.messages()).allMatch(Message::own);
        }
    }

    @Test
    void tellsWhyAMessageWasRefusedAndSendsItAgainWhenAsked() {
        try (NodeProcess server =
                        NodeProcess.server("servers/greeting.mjs", "--refuse", "too_long");
                Joined ada = named(server.address(), "Ada")) {
            EntryId id = ada.chat().send("hello");
            assertThat(ada.awaitDelivery(id, Delivery.Failed.class).delivery())
                    .isEqualTo(new Delivery.Failed(ErrorCode.TOO_LONG, "The test says no."));
            ada.chat().retry(id);
            ada.awaitDelivery(id, Delivery.Delivered.class);
            assertThat(ada.texts()).containsExactly("hello");
        }
    }

    @Test
    void triesAgainByItselfWhatWasRefusedForNow() {
        try (NodeProcess server = NodeProcess.server("servers/greeting.mjs", "--refuse", "busy");
                Joined ada = named(server.address(), "Ada")) {
            ada.say("hello");
            assertThat(server.lines()).filteredOn(line -> line.startsWith("message")).hasSize(2);
        }
    }

    @Test
    void whoAskedForNoHistoryStillMissesNothingInACut() {
        try (NodeProcess server = NodeProcess.server("servers/greeting.mjs");
                Proxy proxy = Proxy.to(server.port());
                Joined ada = named(server.address(), "Ada")) {
            ada.say("before");
            JoinRequest request = new JoinRequest(proxy.address(), "");
            try (Joined late = Joined.to(request.with(JoinRequest.History.NONE))) {
                late.awaitState(ONLINE::equals);
                proxy.cut();
                late.await(ConnectionState.Offline.class);
                ada.say("meanwhile");
                proxy.mend();
                late.chat().reconnectNow();
                late.awaitMessages(1);
                assertThat(late.texts()).containsExactly("meanwhile");
            }
        }
    }

    @Test
    void isTheSamePersonAfterACut() {
        try (NodeProcess server = NodeProcess.server("servers/greeting.mjs");
                Proxy proxy = Proxy.to(server.port());
                Joined ada = named(proxy.address(), "Ada")) {
            proxy.cut();
            ada.await(ConnectionState.Offline.class);
            proxy.mend();
            ada.chat().reconnectNow();
            ada.awaitState(ONLINE::equals);
            assertThat(server.lines())
                    .filteredOn(line -> line.startsWith("connected"))
                    .hasSize(2)
                    .extracting(line -> line.replaceAll("\"serverOffset\":\\d+", ""))
                    .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                    .satisfies(lines -> assertThat(lines.getFirst()).isEqualTo(lines.getLast()));
        }
    }
}
