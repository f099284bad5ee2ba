package dev.hearth.net.mdns;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// Writes one message. Names are written out: the messages of one service are short enough. One
/// thread.
final class MessageWriter {
    private static final int AUTHORITATIVE_ANSWER = 0x8400;
    private static final int INTERNET = 1;
    private static final int TOP_BIT = 0x8000;
    private static final int MOST_STRING_BYTES = 255;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    byte[] write(DnsMessage message) {
        try {
            out.writeShort(0);
            out.writeShort(message.isAnswer() ? AUTHORITATIVE_ANSWER : 0);
            out.writeShort(message.questions().size());
            out.writeShort(message.records().size());
            out.writeInt(0);
            for (DnsMessage.Question each : message.questions()) {
                write(each.name());
                out.writeShort(each.type().number());
                out.writeShort(INTERNET);
            }
            for (DnsRecord each : message.records()) {
                write(each);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory cannot fail", e);
        }
    }

    private void write(DnsRecord record) throws IOException {
        write(record.name());
        out.writeShort(record.data().type().number());
        out.writeShort(record.whole() ? INTERNET | TOP_BIT : INTERNET);
        out.writeInt(Math.toIntExact(record.seconds()));
        byte[] data = new MessageWriter().write(record.data());
        out.writeShort(data.length);
        out.write(data);
    }

    private byte[] write(DnsRecord.Data data) throws IOException {
        switch (data) {
            case DnsRecord.Pointer(DnsName target) -> write(target);
            case DnsRecord.Location(int port, DnsName host) -> {
                out.writeInt(0);
                out.writeShort(port);
                write(host);
            }
            case DnsRecord.Text(Map<String, String> values) -> write(values);
            case DnsRecord.Address(var address) -> out.write(address.getAddress());
        }
        return bytes.toByteArray();
    }

    /// In one order, so that the same is said in the same bytes. An empty text is one empty string
    /// (RFC 6763, section 6.1).
    private void write(Map<String, String> values) throws IOException {
        if (values.isEmpty()) {
            out.writeByte(0);
        }
        for (Map.Entry<String, String> each : new TreeMap<>(values).entrySet()) {
            byte[] pair =
                    DnsName.cut(each.getKey() + "=" + each.getValue(), MOST_STRING_BYTES)
                            .getBytes(StandardCharsets.UTF_8);
            out.writeByte(pair.length);
            out.write(pair);
        }
    }

    private void write(DnsName name) throws IOException {
        for (String label : name.labels()) {
            byte[] text = label.getBytes(StandardCharsets.UTF_8);
            if (text.length == 0 || text.length > DnsName.MOST_LABEL_BYTES) {
                throw new IllegalArgumentException("a label of " + text.length + " bytes");
            }
            out.writeByte(text.length);
            out.write(text);
        }
        out.writeByte(0);
    }
}
