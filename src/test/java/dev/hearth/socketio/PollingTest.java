package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Engine.IO protocol v4, "HTTP long-polling".
class PollingTest {
    private final Fixture server = new Fixture();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aBurstArrivesWholeAndInOrder() throws Exception {
        try (PollingClient client = PollingClient.joined(server.port)) {
            client.send("42[\"burst\",2000]");
            for (int i = 0; i < 2000; i++) {
                assertThat(client.next()).isEqualTo("42[\"numbered\"," + i + "]");
            }
        }
    }

    @Test
    void anAnswerOfManyPacketsStaysWithinTheMaximalPayload() throws Exception {
        try (PollingClient client = PollingClient.joined(server.port)) {
            await().until(() -> !server.handler.peers.isEmpty());
            String large = "x".repeat(400_000);
            for (int i = 0; i < 5; i++) {
                server.peer().emit("large", large, i);
            }
            int seen = 0;
            while (seen < 5) {
                String body = client.poll().body();
                assertThat(body.length()).isLessThanOrEqualTo(1_000_000);
                for (String packet : body.split("\u001e")) {
                    assertThat(packet).endsWith("," + seen++ + "]");
                }
            }
        }
    }

    @Test
    void takesSeveralPacketsOfOnePost() throws Exception {
        try (PollingClient client = PollingClient.joined(server.port)) {
            assertThat(client.send("42[\"echo\",1]\u001e42[\"echo\",2]\u001e423[\"other\"]").body())
                    .isEqualTo("ok");
            assertThat(client.next()).isEqualTo("42[\"echo\",1]");
            assertThat(client.next()).isEqualTo("42[\"echo\",2]");
            assertThat(client.next()).isEqualTo("433[]");
        }
    }

    @Test
    void carriesAttachmentsAsBase64() throws Exception {
        try (PollingClient client = PollingClient.joined(server.port)) {
            client.send("451-[\"echo\",{\"_placeholder\":true,\"num\":0}]\u001ebAQID/w==");
            assertThat(client.next()).isEqualTo("451-[\"echo\",{\"_placeholder\":true,\"num\":0}]");
            assertThat(client.next()).isEqualTo("bAQID/w==");
        }
    }

    @Test
    void takesBase64WithLineBreaks() throws Exception {
        try (PollingClient client = PollingClient.joined(server.port)) {
            client.send("451-[\"echo\",{\"_placeholder\":true,\"num\":0}]\u001ebAQID\r\n/w\n==\n");
            assertThat(client.next()).isEqualTo("451-[\"echo\",{\"_placeholder\":true,\"num\":0}]");
            assertThat(client.next()).isEqualTo("bAQID/w==");
        }
    }

    /// python-engineio refuses an answer of more, and asks for it again.
    @Test
    void anAnswerHasAtMostSixteenPackets() throws Exception {
        try (PollingClient client = PollingClient.joined(server.port)) {
            await().until(() -> !server.handler.peers.isEmpty());
            byte[] one = {1};
            server.peer().emit("first");
            for (int i = 0; i < 10; i++) {
                server.peer().emit("attached", one, one, one, one, one);
            }
            int seen = 0;
            while (seen < 61) {
                int packets = client.poll().body().split("\u001e").length;
                assertThat(packets).isLessThanOrEqualTo(16);
                seen += packets;
            }
            assertThat(seen).isEqualTo(61);
        }
    }

    @Test
    void aSecondPollAtOnceEndsTheSession() throws Exception {
        try (PollingClient client = PollingClient.joined(server.port)) {
            client.get.request("GET", client.target(), "");
            await().until(() -> server.gauges().connections() >= 2);
            try (RawSocket second = new RawSocket(server.port)) {
                // Which of the two comes first is not ours to say.
                var late = second.exchange("GET", client.target(), "");
                var early = client.get.response();
                assertThat(new int[] {late.status(), early.status()}).containsOnly(200, 400);
            }
            await().until(() -> server.gauges().sessions() == 0);
            assertThat(server.gauges().closed()).containsKey("overlapping polls");
        }
    }

    @Test
    void aPollThatIsGivenUpEndsTheSession() throws Exception {
        try (PollingClient client = PollingClient.joined(server.port)) {
            client.get.request("GET", client.target(), "");
            client.get.close();
            await().until(() -> server.gauges().sessions() == 0);
            await().until(() -> server.handler.log.contains("disconnected transport close"));
        }
    }

    @Test
    void anInvalidPayloadEndsTheSession() throws Exception {
        try (PollingClient client = PollingClient.joined(server.port)) {
            assertThat(client.send("abc").status()).isEqualTo(400);
            assertThat(client.poll().status()).isEqualTo(400);
            await().until(() -> server.handler.log.contains("disconnected parse error"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"b!!!!", "bA", "bAQID/w==x", "bAQ ID", "b-_-_"})
    void anAttachmentThatIsNotBase64EndsTheSession(String attachment) throws Exception {
        try (PollingClient client = PollingClient.joined(server.port)) {
            String packet = "451-[\"attached\",{\"_placeholder\":true,\"num\":0}]";
            assertThat(client.send(packet + "\u001e" + attachment).status()).isEqualTo(400);
            assertThat(client.poll().status()).isEqualTo(400);
            await().until(() -> server.handler.log.contains("disconnected parse error"));
            assertThat(server.handler.log).noneMatch(line -> line.startsWith("attached"));
        }
    }

    @Test
    void aSecondPostBeforeTheFirstIsWholeEndsTheSession() throws Exception {
        try (PollingClient client = PollingClient.joined(server.port);
                RawSocket slow = new RawSocket(server.port)) {
            slow.send("POST " + client.target() + " HTTP/1.1\r\nHost: localhost\r\n");
            slow.send("Content-Length: 11\r\nExpect: 100-continue\r\n\r\n");
            assertThat(slow.response().status()).isEqualTo(100); // so the headers have arrived
            assertThat(client.send("42[\"second\"]").status()).isEqualTo(400);
            slow.send("42[\"first\"]");
            assertThat(slow.response().status()).isEqualTo(400);
            await().until(() -> server.handler.log.contains("disconnected overlapping posts"));
            assertThat(server.handler.log).doesNotContain("first []", "second []");
        }
    }

    @Test
    void postsOfOneConnectionMayWaitBehindEachOther() throws Exception {
        try (PollingClient client = PollingClient.joined(server.port)) {
            for (int i = 0; i < 10; i++) {
                client.post.request("POST", client.target(), "42[\"echo\"," + i + "]");
            }
            for (int i = 0; i < 10; i++) {
                assertThat(client.post.response().body()).isEqualTo("ok");
                assertThat(client.next()).isEqualTo("42[\"echo\"," + i + "]");
            }
        }
    }

    @Test
    void aPostThatIsGivenUpEndsTheSession() throws Exception {
        try (PollingClient client = PollingClient.joined(server.port)) {
            client.post.send("POST " + client.target() + " HTTP/1.1\r\nHost: localhost\r\n");
            client.post.send("Content-Length: 12\r\n\r\n42[");
            client.post.close();
            await().until(() -> server.handler.log.contains("disconnected transport close"));
        }
    }

    @Test
    void tooLargeAPostIsRefused() throws Exception {
        try (PollingClient client = PollingClient.joined(server.port)) {
            client.post.send("POST " + client.target() + " HTTP/1.1\r\nHost: localhost\r\n");
            client.post.send("Content-Length: 1000001\r\n\r\n");
            assertThat(client.post.response().status()).isEqualTo(413);
            assertThat(server.gauges().refused()).containsEntry("payload too large", 1L);
        }
    }

    @Test
    void theClientClosesAndItsPollEnds() throws Exception {
        try (PollingClient client = PollingClient.joined(server.port)) {
            client.get.request("GET", client.target(), "");
            client.send("1");
            assertThat(client.get.response().body()).isEqualTo("6");
            assertThat(client.poll().status()).isEqualTo(400);
        }
    }

    @Test
    void whoDoesNotPollIsForgotten() throws Exception {
        Duration soon = Duration.ofMillis(100);
        try (Fixture hasty = new Fixture(Fixture.OPTIONS.withHeartbeat(soon, soon));
                PollingClient client = PollingClient.open(hasty.port)) {
            await().until(() -> hasty.gauges().sessions() == 0);
            assertThat(hasty.gauges().closed()).containsEntry("ping timeout", 1L);
            assertThat(client.poll().status()).isEqualTo(400);
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        try (RawSocket socket = new RawSocket(server.port)) {
            for (int i = 0; i < 5; i++) {
                socket.request("GET", "/socket.io/?EIO=4&transport=polling", "");
                socket.request("GET", "/nothing", "");
            }
            for (int i = 0; i < 5; i++) {
                assertThat(socket.response().status()).isEqualTo(200);
                assertThat(socket.response().status()).isEqualTo(404);
            }
        }
    }
}
