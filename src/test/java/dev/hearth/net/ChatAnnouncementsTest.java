package dev.hearth.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.net.mdns.FoundService;
import dev.hearth.net.mdns.Offer;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said of a chat, and what is believed of what others say.
final class ChatAnnouncementsTest {
    private static final String ID = "a1b2c3d4e5f6";

    private static FoundService service(
            Map<String, String> text, String interfaceName, String... addresses) {
        return new FoundService(
                "label",
                text,
                Stream.of(addresses).map(InetAddress::ofLiteral).toList(),
                3000,
                interfaceName);
    }

    private static Map<String, String> text(String id, String name, String people) {
        return Map.of("id", id, "name", name, "people", people);
    }

    @Test
    void aChatIsOfferedToHearthAndToBrowsers() {
        AnnouncedChat chat = new AnnouncedChat(ID, "Tea", 3000, Optional.empty(), 2);
        assertThat(ChatAnnouncements.offers(chat))
                .containsExactly(
                        new Offer(
                                "_hearth._tcp",
                                "Tea",
                                " (a1b2c3)",
                                3000,
                                Optional.empty(),
                                text(ID, "Tea", "2")),
                        new Offer(
                                "_http._tcp",
                                "Tea",
                                " (a1b2c3)",
                                3000,
                                Optional.empty(),
                                Map.of("path", "/")));
    }

    @Test
    void oneChatHoweverManyInterfacesItIsHeardOn() {
        assertThat(
                        ChatAnnouncements.chats(
                                List.of(
                                        service(text(ID, "Tea", "2"), "docker0", "172.17.0.1"),
                                        service(text(ID, "Tea", "2"), "eth0", "fd00::7"),
                                        service(
                                                text(ID, "Tea", "2"),
                                                "eth0",
                                                "2001:db8::7",
                                                "192.168.1.7"))))
                .containsExactly(
                        new FoundChat(
                                ID,
                                "Tea",
                                2,
                                Stream.of(
                                                "http://192.168.1.7:3000",
                                                "http://[fd00::7]:3000",
                                                "http://[2001:db8::7]:3000",
                                                "http://172.17.0.1:3000")
                                        .map(URI::create)
                                        .toList()));
    }

    @Test
    void whoeverUsesTheSameIdAddsAnAddressBehindAndNoMore() {
        assertThat(
                        ChatAnnouncements.chats(
                                        List.of(
                                                service(
                                                        text(ID, "Tea", "2"),
                                                        "eth0",
                                                        "192.168.1.7"),
                                                service(
                                                        text(ID, "Trap", "99"),
                                                        "eth0",
                                                        "192.168.1.66")))
                                .getFirst())
                .isEqualTo(
                        new FoundChat(
                                ID,
                                "Tea",
                                2,
                                List.of(
                                        URI.create("http://192.168.1.7:3000"),
                                        URI.create("http://192.168.1.66:3000"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "has space in it", "<script>alert</script>"})
    void whatHasNoIdIsNoChat(String id) {
        assertThat(ChatAnnouncements.chats(List.of(service(text(id, "Tea", "2"), "e", "10.0.0.1"))))
                .isEmpty();
    }

    @Test
    void textsOfStrangersAreMadeSafe() {
        FoundChat found =
                ChatAnnouncements.chats(
                                List.of(
                                        service(
                                                text(
                                                        ID,
                                                        "a\u001b[2J\nb\u202e" + "🔥".repeat(90),
                                                        "-7"),
                                                "e",
                                                "10.0.0.1")))
                        .getFirst();
        assertThat(found.name()).startsWith("a\\u001b[2J b\\u202e🔥").endsWith("🔥…");
        assertThat(found.name().codePointCount(0, found.name().length())).isEqualTo(81);
        assertThat(found.people()).isZero();
        assertThat(
                        ChatAnnouncements.chats(
                                        List.of(
                                                service(
                                                        text(ID, "\u200b ", "9999999"),
                                                        "e",
                                                        "10.0.0.1")))
                                .getFirst())
                .extracting(FoundChat::name, FoundChat::people)
                .containsExactly("Hearth", 1_000_000);
    }

    @Test
    void noMoreThanAHundredAreListed() {
        List<FoundService> many =
                IntStream.range(0, 4_000)
                        .mapToObj(i -> service(text("bogus-id-" + i, "x", "1"), "e", "10.0.0.1"))
                        .toList();
        assertThat(ChatAnnouncements.chats(many)).hasSize(100);
    }
}
