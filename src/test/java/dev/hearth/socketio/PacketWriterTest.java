package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.socketio.engine.EncodedPacket;
import dev.hearth.socketio.engine.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Socket.IO protocol v5, "Packet encoding"; Engine.IO protocol v4, "Packet encoding".
class PacketWriterTest {
    private static List<String> texts(List<EncodedPacket> packets) {
        return packets.stream().map(p -> new String(p.polled(), StandardCharsets.UTF_8)).toList();
    }

    @Test
    void writesEachPacket() {
        assertThat(texts(PacketWriter.connect("/", "x", Protocol.V5)))
                .containsExactly("40{\"sid\":\"x\"}");
        assertThat(texts(PacketWriter.connect("/a", "x", Protocol.V5)))
                .containsExactly("40/a,{\"sid\":\"x\"}");
        assertThat(texts(PacketWriter.disconnect("/a"))).containsExactly("41/a,");
        assertThat(texts(PacketWriter.event("/", "e", List.of(1, "🔥"), Protocol.V5)))
                .containsExactly("42[\"e\",1,\"🔥\"]");
        assertThat(texts(PacketWriter.ack("/a", 7, List.of(), Protocol.V5)))
                .containsExactly("43/a,7[]");
    }

    @Test
    void writesRefusalsWithMessageAndData() {
        var plain = new ConnectAnswer.Refuse("no", null);
        var withData = new ConnectAnswer.Refuse("no", Map.of("a", 1));
        assertThat(texts(PacketWriter.connectError("/", plain, Protocol.V5)))
                .containsExactly("44{\"message\":\"no\"}");
        assertThat(texts(PacketWriter.connectError("/a", withData, Protocol.V5)))
                .containsExactly("44/a,{\"message\":\"no\",\"data\":{\"a\":1}}");
        assertThat(texts(PacketWriter.connectError("/", plain, Protocol.V4)))
                .containsExactly("44\"no\"");
    }

    @Test
    void sendsBytesBesideTheText() {
        Map<String, Object> argument = Map.of("b", new byte[] {1, 2});
        assertThat(texts(PacketWriter.event("/a", "e", List.of(argument), Protocol.V5)))
                .containsExactly(
                        "451-/a,[\"e\",{\"b\":{\"_placeholder\":true,\"num\":0}}]", "bAQI=");
        assertThat(texts(PacketWriter.ack("/", 3, List.of(new byte[] {1}), Protocol.V4_BASE64)))
                .containsExactly("461-3[{\"_placeholder\":true,\"num\":0}]", "b4AQ==");
        List<EncodedPacket> v4 = PacketWriter.ack("/", 3, List.of(new byte[] {1}), Protocol.V4);
        assertThat(v4.get(1).frame().getByte(0)).isEqualTo((byte) 0x82);
        assertThat(v4.get(1).frame().getByte(2)).isEqualTo((byte) 4);
    }

    @Test
    void framesOfAllLengthsHaveTheirHeader() {
        for (int size : new int[] {0, 1, 125, 126, 65_535, 65_536, 700_000}) {
            var frame = EncodedPacket.text("x".repeat(size)).frame();
            int header = size < 126 ? 2 : size < 65_536 ? 4 : 10;
            assertThat(frame.readableBytes()).isEqualTo(size + header);
            long length =
                    switch (header) {
                        case 2 -> frame.getUnsignedByte(1);
                        case 4 -> frame.getUnsignedShort(2);
                        default -> frame.getLong(2);
                    };
            assertThat(length).isEqualTo(size);
        }
    }
}
