package dev.hearth.net.mdns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.net.mdns.DnsMessage.Question;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Messages as they are on the wire, the hostile ones among them.
final class DnsMessageTest {
    private static final DnsName TYPE = DnsName.of("_hearth", "_tcp", "local");
    private static final DnsName INSTANCE = TYPE.child("Maria “x”. 🔥");
    private static final DnsName HOST = DnsName.of("hearth-1", "local");

    private static DnsMessage sample() {
        return DnsMessage.answer(
                List.of(
                        new DnsRecord(TYPE, 120, false, new DnsRecord.Pointer(INSTANCE)),
                        new DnsRecord(INSTANCE, 120, true, new DnsRecord.Location(3000, HOST)),
                        new DnsRecord(
                                INSTANCE,
                                120,
                                true,
                                new DnsRecord.Text(Map.of("id", "a=b", "name", "Ö"))),
                        new DnsRecord(HOST, 120, true, address("10.9.0.1")),
                        new DnsRecord(HOST, 120, true, address("fd00::1"))));
    }

    private static DnsRecord.Address address(String literal) {
        return new DnsRecord.Address(InetAddress.ofLiteral(literal));
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        assertThat(DnsMessage.read(sample().bytes())).isEqualTo(sample());
        DnsMessage question =
                DnsMessage.question(
                        List.of(new Question(TYPE, DnsType.PTR), new Question(HOST, DnsType.ANY)),
                        List.of(new DnsRecord(TYPE, 60, false, new DnsRecord.Pointer(INSTANCE))));
        assertThat(DnsMessage.read(question.bytes())).isEqualTo(question);
    }

    @Test
    void namesDifferByMoreThanTheCaseOfAsciiLetters() {
        assertThat(DnsName.of("_HEARTH", "_tcp", "Local")).isEqualTo(TYPE).hasSameHashCodeAs(TYPE);
        assertThat(TYPE.child("é")).isNotEqualTo(TYPE.child("É"));
        assertThat(INSTANCE.isChildOf(TYPE)).isTrue();
        assertThat(DnsName.of("a.b")).isNotEqualTo(DnsName.of("a", "b"));
    }

    @ParameterizedTest
    @CsvSource({"🔥, 14", "é, 28", "a, 56", "中, 18"})
    void aLongLabelIsCutBetweenCharacters(String character, int left) {
        String label = DnsName.label(character.repeat(100), " (k3f9)");
        assertThat(label).isEqualTo(character.repeat(left) + " (k3f9)");
        assertThat(label.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63);
    }

    @Test
    void compressedNamesAreFollowed() throws Exception {
        ByteBuffer packet = header(0x8400, 0, 1);
        int type = packet.position();
        name(packet, "_hearth", "_tcp", "local");
        packet.putShort((short) 12).putShort((short) 1).putInt(120).putShort((short) 5);
        packet.put((byte) 2).put("ab".getBytes(StandardCharsets.UTF_8));
        packet.putShort((short) (0xC000 | type));
        assertThat(DnsMessage.read(packet.flip()).records())
                .containsExactly(
                        new DnsRecord(TYPE, 120, false, new DnsRecord.Pointer(TYPE.child("ab"))));
    }

    @Test
    void namesThatLeadRoundInCirclesAreRefused() {
        ByteBuffer itself = header(0, 1, 0).putShort((short) (0xC000 | 12)).putInt(0);
        refused(itself.flip());
        ByteBuffer forward = header(0, 1, 0).putShort((short) (0xC000 | 14)).putInt(0);
        refused(forward.flip());
        ByteBuffer each = header(0, 1, 0);
        each.put((byte) 1).put((byte) 'a').putShort((short) (0xC000 | 12)).putInt(0);
        refused(each.flip());
    }

    @Test
    void aChainOfPointersHasAnEnd() {
        ByteBuffer chain = header(0, 100, 0).put((byte) 0);
        for (int at = 12; at < 200; at = chain.position() - 2) {
            chain.putShort((short) (0xC000 | at));
        }
        refused(chain.flip());
    }

    @Test
    void wrongLengthsAreRefused() {
        ByteBuffer shortAddress = header(0x8400, 0, 1);
        name(shortAddress, "h");
        shortAddress.putShort((short) 1).putShort((short) 1).putInt(120).putShort((short) 3);
        refused(shortAddress.put(new byte[3]).flip());
        ByteBuffer longText = header(0x8400, 0, 1);
        name(longText, "h");
        longText.putShort((short) 16).putShort((short) 1).putInt(120).putShort((short) 2);
        refused(longText.put((byte) 200).put((byte) 'x').flip());
        refused(header(0x8400, 0, 65_535).flip());
    }

    @Test
    void ofAKeyThatComesTwiceTheFirstCounts() throws Exception {
        ByteBuffer packet = header(0x8400, 0, 1);
        name(packet, "h");
        packet.putShort((short) 16).putShort((short) 1).putInt(120).putShort((short) 13);
        for (String each : List.of("A=1", "a=2", "=", "b")) {
            packet.put((byte) each.length()).put(each.getBytes(StandardCharsets.UTF_8));
        }
        packet.putShort(packet.position() - 14, (short) 12);
        assertThat(DnsMessage.read(packet.flip()).records().getFirst().data())
                .isEqualTo(new DnsRecord.Text(Map.of("a", "1")));
    }

    /// Each is read or refused; nothing else happens.
    @Test
    void damagedMessagesDoNoHarm() {
        byte[] good = new byte[sample().bytes().remaining()];
        sample().bytes().get(good);
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = good.clone();
            for (int changes = random.nextInt(8); changes >= 0; changes--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            int length = random.nextInt(bad.length + 1);
            try {
                DnsMessage.read(ByteBuffer.wrap(bad, 0, length));
            } catch (MalformedMessage e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
    }

    private static ByteBuffer header(int flags, int questions, int answers) {
        return ByteBuffer.allocate(1_000)
                .putShort((short) 0)
                .putShort((short) flags)
                .putShort((short) questions)
                .putShort((short) answers)
                .putInt(0);
    }

    private static void name(ByteBuffer packet, String... labels) {
        for (String label : labels) {
            packet.put((byte) label.length()).put(label.getBytes(StandardCharsets.UTF_8));
        }
        packet.put((byte) 0);
    }

    private static void refused(ByteBuffer packet) {
        assertThatThrownBy(() -> DnsMessage.read(packet)).isInstanceOf(MalformedMessage.class);
    }
}
