package dev.hearth.net.mdns;

import dev.hearth.net.mdns.DnsMessage.Question;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads one packet (RFC 1035, section 4). Every packet is read in time linear in its size,
/// whatever it says: a name is followed only backwards, and not often. One use; one thread.
final class MessageReader {
    private static final int ANSWER = 0x8000;
    private static final int OPCODE_AND_RCODE = 0x780F;
    private static final int TOP_BIT = 0x8000;
    private static final int INTERNET = 1;
    private static final int MOST_NAME_BYTES = 254;

    /// More labels than any service has make reading slow and help nobody.
    private static final int MOST_LABELS = 16;

    private static final int MOST_KEYS = 32;

    private final ByteBuffer packet;

    MessageReader(ByteBuffer packet) {
        this.packet = packet.slice();
    }

    DnsMessage message() throws MalformedMessage {
        try {
            packet.getShort();
            int flags = packet.getShort() & 0xFFFF;
            if ((flags & OPCODE_AND_RCODE) != 0) {
                throw new MalformedMessage("not a question and not an answer to one");
            }
            int asked = count();
            int told = count() + count() + count();
            List<Question> questions = new ArrayList<>();
            for (int i = 0; i < asked; i++) {
                question().ifPresent(questions::add);
            }
            List<DnsRecord> records = new ArrayList<>();
            for (int i = 0; i < told; i++) {
                record().ifPresent(records::add);
            }
            return new DnsMessage((flags & ANSWER) != 0, questions, records);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new MalformedMessage("it ends too early", e);
        }
    }

    private int count() {
        return packet.getShort() & 0xFFFF;
    }

    private Optional<Question> question() throws MalformedMessage {
        DnsName name = name();
        Optional<DnsType> type = DnsType.of(count());
        boolean internet = (count() & ~TOP_BIT) == INTERNET;
        return type.filter(_ -> internet).map(known -> new Question(name, known));
    }

    private Optional<DnsRecord> record() throws MalformedMessage {
        DnsName name = name();
        Optional<DnsType> type = DnsType.of(count());
        int kind = count();
        long seconds = packet.getInt() & 0xFFFF_FFFFL;
        int length = count();
        int end = packet.position() + length;
        if (end > packet.limit()) {
            throw new MalformedMessage("a record is longer than its packet");
        }
        boolean known = type.isPresent() && (kind & ~TOP_BIT) == INTERNET;
        Optional<DnsRecord.Data> data = known ? data(type.get(), end) : Optional.empty();
        packet.position(end);
        return data.map(it -> new DnsRecord(name, seconds, (kind & TOP_BIT) != 0, it));
    }

    private Optional<DnsRecord.Data> data(DnsType type, int end) throws MalformedMessage {
        return switch (type) {
            case A -> Optional.of(address(end, 4));
            case AAAA -> Optional.of(address(end, 16));
            case PTR -> Optional.of(new DnsRecord.Pointer(name()));
            case SRV -> {
                packet.getInt();
                int port = count();
                yield Optional.of(new DnsRecord.Location(port, name()));
            }
            case TXT -> Optional.of(text(end));
            case ANY -> Optional.empty();
        };
    }

    private DnsRecord.Data address(int end, int length) throws MalformedMessage {
        if (end - packet.position() != length) {
            throw new MalformedMessage("an address of the wrong length");
        }
        byte[] bytes = new byte[length];
        packet.get(bytes);
        try {
            return new DnsRecord.Address(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            throw new MalformedMessage("an address of the wrong length", e);
        }
    }

    /// Strings of `key=value`; of a key that comes twice the first counts (RFC 6763, section 6.4).
    private DnsRecord.Data text(int end) throws MalformedMessage {
        Map<String, String> values = new LinkedHashMap<>();
        while (packet.position() < end) {
            int length = packet.get() & 0xFF;
            if (packet.position() + length > end) {
                throw new MalformedMessage("a string is longer than its record");
            }
            String pair = utf8(packet.position(), length).orElse("");
            packet.position(packet.position() + length);
            int equals = pair.indexOf('=');
            if (equals > 0 && values.size() < MOST_KEYS) {
                values.putIfAbsent(
                        pair.substring(0, equals).toLowerCase(Locale.ROOT),
                        pair.substring(equals + 1));
            }
        }
        return new DnsRecord.Text(values);
    }

    private DnsName name() throws MalformedMessage {
        List<String> labels = new ArrayList<>();
        int at = packet.position();
        int before = at;
        int end = -1;
        int length = 0;
        int jumps = 0;
        for (int size = unit(at); size != 0; size = unit(at)) {
            if (size >= 0xC0) {
                int to = (size & 0x3F) << 8 | unit(at + 1);
                end = end < 0 ? at + 2 : end;
                if (to >= before || jumps++ == MOST_LABELS) {
                    throw new MalformedMessage("a name that leads on and on");
                }
                before = to;
                at = to;
                continue;
            }
            length += size + 1;
            if (size > DnsName.MOST_LABEL_BYTES
                    || length > MOST_NAME_BYTES
                    || labels.size() == MOST_LABELS) {
                throw new MalformedMessage("a name that is too long");
            }
            labels.add(
                    utf8(at + 1, size)
                            .orElseThrow(() -> new MalformedMessage("a name that is not UTF-8")));
            at += size + 1;
        }
        packet.position(end < 0 ? at + 1 : end);
        return new DnsName(labels);
    }

    private int unit(int at) {
        return packet.get(at) & 0xFF;
    }

    private Optional<String> utf8(int from, int length) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(packet.slice(from, length))
                            .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
