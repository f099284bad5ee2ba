package dev.hearth.socketio;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.socketio.engine.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Socket.IO protocol v5, "Packet encoding", examples and their opposites.
class PacketReaderTest {
    private final PacketReader reader = reader(Protocol.V5);

    private static PacketReader reader(Protocol protocol) {
        return new PacketReader(
                protocol, new PacketReader.Bounds(10, 1_000, 100_000), _ -> PayloadRules.ALL);
    }

    private @Nullable Packet read(String text) throws BadPacket {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return reader.text(bytes, 0, bytes.length);
    }

    @Test
    void readsConnects() throws BadPacket {
        assertThat(read("0")).isEqualTo(new Packet.Connect("/", null));
        assertThat(read("0{\"a\":1}")).isEqualTo(new Packet.Connect("/", Map.of("a", 1)));
        assertThat(read("0/admin,")).isEqualTo(new Packet.Connect("/admin", null));
        assertThat(read("0/admin")).isEqualTo(new Packet.Connect("/admin", null));
        assertThat(read("0/admin,{\"a\":1}"))
                .isEqualTo(new Packet.Connect("/admin", Map.of("a", 1)));
    }

    @Test
    void readsEventsAndAcknowledgements() throws BadPacket {
        assertThat(read("2[\"foo\"]")).isEqualTo(new Packet.Event("/", -1, "foo", List.of()));
        assertThat(read("212[\"foo\",1]")).isEqualTo(new Packet.Event("/", 12, "foo", List.of(1)));
        assertThat(read("2/admin,12[\"foo\"]"))
                .isEqualTo(new Packet.Event("/admin", 12, "foo", List.of()));
        assertThat(read("3/admin,13[\"bar\"]"))
                .isEqualTo(new Packet.Acknowledgement("/admin", 13, List.of("bar")));
        assertThat(read("1/admin,")).isEqualTo(new Packet.Disconnect("/admin"));
    }

    @Test
    void putsAttachmentsInTheirPlaces() throws BadPacket {
        assertThat(
                        read(
                                "52-[\"foo\",{\"b\":{\"_placeholder\":true,\"num\":1}},{\"_placeholder\":true,\"num\":0}]"))
                .isNull();
        assertThat(reader.binary(new byte[] {1})).isNull();
        Packet.Event event = (Packet.Event) requireNonNull(reader.binary(new byte[] {2}));
        assertThat(reader.weight()).isBetween(500L, 2_000L);
        assertThat(event.arguments().get(1)).isEqualTo(new byte[] {1});
        assertThat(((Map<?, ?>) event.arguments().get(0)).get("b")).isEqualTo(new byte[] {2});
    }

    @Test
    void leavesPlaceholdersOfPlainEventsAlone() throws BadPacket {
        Packet.Event event =
                (Packet.Event) requireNonNull(read("2[\"foo\",{\"_placeholder\":true,\"num\":0}]"));
        assertThat(event.arguments()).isEqualTo(List.of(Map.of("_placeholder", true, "num", 0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "9[]",
                "a",
                "-1",
                "2",
                "2{}",
                "2[]",
                "2[null]",
                "2[[]]",
                "2\"foo\"",
                "2[\"foo\"",
                "2abc[\"foo\"]",
                "2[\"connect\"]",
                "2[\"connect_error\"]",
                "2[\"disconnect\"]",
                "2[\"disconnecting\"]",
                "2[\"newListener\"]",
                "2[\"removeListener\"]",
                "21234567890123456[\"foo\"]",
                "0[]",
                "0null",
                "0\"a\"",
                "0{",
                "01",
                "01{}",
                "11",
                "1/a,1",
                "1{}",
                "3[]",
                "31{}",
                "3/a,[]",
                "4{}",
                "5[\"foo\"]",
                "5-[\"foo\"]",
                "50-[\"foo\"]",
                "60-1[]",
                "511-[\"foo\"]",
                "51000-[\"foo\"]",
                "59999999999999-[\"foo\"]",
                "51-",
                "51-{}",
                "61-1{}",
                "5-1-[\"a\"]"
            })
    void refuses(String packet) {
        assertThatThrownBy(() -> read(packet)).isInstanceOf(BadPacket.class);
    }

    @Test
    void refusesAttachmentsThatNobodyAnnounced() {
        assertThatThrownBy(() -> reader.binary(new byte[1])).isInstanceOf(BadPacket.class);
    }

    @Test
    void refusesTextWhereAnAttachmentIsDue() throws BadPacket {
        assertThat(read("51-[\"foo\",{\"_placeholder\":true,\"num\":0}]")).isNull();
        assertThatThrownBy(() -> read("2[\"foo\"]")).isInstanceOf(BadPacket.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1", "\"0\"", "0.5", "null", "99999999999"})
    void refusesPlaceholdersWithoutAttachment(String number) throws BadPacket {
        assertThat(read("51-[\"foo\",{\"_placeholder\":true,\"num\":" + number + "}]")).isNull();
        assertThatThrownBy(() -> reader.binary(new byte[1])).isInstanceOf(BadPacket.class);
    }

    @Test
    void boundsWhatItKeepsOfHalfAPacket() throws BadPacket {
        assertThat(read("52-[\"foo\"]")).isNull();
        assertThat(reader.binary(new byte[900])).isNull();
        assertThatThrownBy(() -> reader.binary(new byte[200])).isInstanceOf(BadPacket.class);
    }

    @Test
    void takesTheQueryOfANamespaceAsAuthOfClientsTwo() throws BadPacket {
        byte[] bytes = "0/admin?token=a%20b&x,".getBytes(StandardCharsets.UTF_8);
        assertThat(reader(Protocol.V4).text(bytes, 0, bytes.length))
                .isEqualTo(new Packet.Connect("/admin", Map.of("token", "a b", "x", "")));
    }
}
