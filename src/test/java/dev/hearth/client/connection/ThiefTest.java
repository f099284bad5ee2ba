package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinRequest.HostToken;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Payload.Posted;
import dev.hearth.protocol.Events;
import dev.hearth.protocol.HostKey;
import dev.hearth.protocol.HostProof;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Servers that claim to be a host that they are not. The id of a host is public: everyone who ever
/// joined it knows it.
final class ThiefTest extends OnScriptedHost {
    private static final String REAL = "host-1";

    /// What a thief can say: everything but a signature of the real key for this client's nonce.
    static Stream<Arguments> claims() {
        HostProof recorded = ScriptedHost.key(REAL).prove(HostProof.freshNonce());
        return Stream.of(
                claim("without a proof", (_, _) -> {}),
                claim("with a proof of another key", Map::putAll),
                claim(
                        "with a proof that was recorded at another time",
                        (hello, _) -> put(hello, recorded)),
                claim(
                        "with the real key and another signature",
                        (hello, proof) -> {
                            hello.put("key", recorded.key());
                            hello.put("sig", proof.get("sig"));
                        }),
                claim(
                        "with nonsense",
                        (hello, _) -> hello.putAll(Map.of("key", "?", "sig", "x".repeat(86)))),
                claim(
                        "with numbers",
                        (hello, _) -> hello.putAll(Map.of("key", 1, "sig", List.of()))));
    }

    private static Arguments claim(
            String name, BiConsumer<Map<String, Object>, Map<String, Object>> how) {
        UnaryOperator<Map<String, Object>> greeting =
                honest -> {
                    Map<String, Object> hello = new HashMap<>(honest);
                    Map<String, Object> proof = new HashMap<>();
                    proof.put("key", hello.remove("key"));
                    proof.put("sig", hello.remove("sig"));
                    hello.put("host", Map.of("id", ScriptedHost.id(REAL), "name", "x"));
                    how.accept(hello, proof);
                    return hello;
                };
        return Arguments.argumentSet(name, greeting);
    }

    private static void put(Map<String, Object> hello, HostProof proof) {
        hello.put("key", proof.key());
        hello.put("sig", proof.signature());
    }

    @ParameterizedTest
    @MethodSource("claims")
    void whoClaimsTheIdOfAnotherHostGetsNothing(UnaryOperator<Map<String, Object>> greeting) {
        host.posts(3);
        EntryId mine;
        try (Joined ada = join()) {
            ada.awaitMessages(3);
            host.close();
            ada.await(ConnectionState.Offline.class);
            mine = ada.lobby().send("for the host alone");
            ada.awaitMessages(4);
        }
        try (ScriptedHost thief = new ScriptedHost().is("thief", "other epoch").greets(greeting);
                Joined ada =
                        Joined.to(
                                new JoinRequest(thief.address(), "Ada")
                                        .withToken(new HostToken(ScriptedHost.id(REAL), "owner")),
                                kept)) {
            ConnectionState.Refused refused = ada.await(ConnectionState.Refused.class);
            assertThat(refused.code()).isEqualTo(ErrorCode.UNPROVEN);
            assertThat(refused.reason()).contains("Nothing of yours was sent to it.");
            ada.lobby().send("typed meanwhile");
            assertThat(thief.enters()).isEmpty();
            assertThat(thief.asked(Events.CHAT_MESSAGE)).isEmpty();
            assertThat(kept.hostAt(thief.address())).isEmpty();
        }
        assertNothingWasTouched(mine);
    }

    /// The thief has the address of the real host, so what is kept of that host is open and shown.
    @ParameterizedTest
    @MethodSource("claims")
    void whoSitsAtTheAddressOfTheHostGetsNothing(UnaryOperator<Map<String, Object>> greeting) {
        host.posts(3);
        EntryId mine;
        int port = host.port();
        try (Joined ada = join()) {
            ada.awaitMessages(3);
            host.close();
            ada.await(ConnectionState.Offline.class);
            try (ScriptedHost thief =
                    new ScriptedHost(port).is("thief", "other epoch").greets(greeting)) {
                mine = ada.lobby().send("for the host alone");
                ada.awaitMessages(4);
                ada.chat().reconnectNow();
                ada.await(ConnectionState.Refused.class);
                assertThat(ada.texts()).contains("post 1", "post 3", "for the host alone");
                assertThat(thief.enters()).isEmpty();
                assertThat(thief.asked(Events.CHAT_MESSAGE)).isEmpty();
            }
        }
        assertNothingWasTouched(mine);
    }

    /// The real host has its token, the message and the replica as if nobody had come between.
    private void assertNothingWasTouched(EntryId mine) {
        host = new ScriptedHost(host.port());
        host.posts(3);
        try (Joined ada = Joined.to(request(), kept)) {
            ada.awaitDelivery(mine, Delivery.Delivered.class);
            assertThat(host.enters().getFirst().token()).contains("token of " + REAL);
            assertThat(ada.texts()).contains("for the host alone");
        }
    }

    @Test
    void aWelcomeThatNobodyAskedForIsNone() {
        try (Joined ada = join()) {
            leave(ada);
        }
        host.greets(
                hello -> {
                    host.emitToAll(
                            Events.WELCOME,
                            Map.of(
                                    "you",
                                    Map.of("id", "x", "name", "Mallory", "role", "member"),
                                    "token",
                                    "planted"));
                    return hello;
                });
        try (Joined ada = join()) {
            assertThat(ada.you().name()).isEqualTo("Ada");
        }
        assertThat(host.enters().getLast().token()).contains("token of " + REAL);
    }

    /// A network whose addresses change: it gets what is meant for it, and nothing of the other's.
    @Test
    void anotherHostThatProvesItsOwnIdHasAFolderOfItsOwn() {
        host.posts(2);
        int port = host.port();
        try (Joined ada = join()) {
            ada.awaitMessages(2);
        }
        host.close();
        host = new ScriptedHost(port).is("host-2", "other");
        host.log(ScriptedHost.BOB, new Posted("elsewhere"));
        try (Joined ada =
                Joined.to(
                        request().withToken(new HostToken(ScriptedHost.id(REAL), "owner")), kept)) {
            awaitTexts(ada, "elsewhere");
            assertThat(host.enters().getFirst().token()).isEmpty();
            assertThat(host.enters().getFirst().have()).isEmpty();
            assertThat(kept.hostAt(host.address())).contains(ScriptedHost.id("host-2"));
        }
        assertThat(kept.path(ScriptedHost.id(REAL))).isDirectoryContaining("glob:**outbox.db");
        assertThat(HostKey.isId(ScriptedHost.id(REAL))).isTrue();
        assertThat(Optional.of(ScriptedHost.id(REAL))).isNotEqualTo(kept.hostAt(host.address()));
    }
}
