package dev.hearth.net.mdns;

import java.nio.ByteBuffer;
import java.util.List;

/// A message of multicast DNS.
///
/// @param records of all sections together: an answer in the wrong place is an answer too. In a
///   question they are what the asker knows already
record DnsMessage(boolean isAnswer, List<Question> questions, List<DnsRecord> records) {
    /// What is asked.
    record Question(DnsName name, DnsType type) {
        boolean asksFor(DnsName other, DnsType kind) {
            return type.includes(kind) && name.equals(other);
        }
    }

    DnsMessage {
        questions = List.copyOf(questions);
        records = List.copyOf(records);
    }

    static DnsMessage answer(List<DnsRecord> records) {
        return new DnsMessage(true, List.of(), records);
    }

    static DnsMessage question(List<Question> questions, List<DnsRecord> known) {
        return new DnsMessage(false, questions, known);
    }

    /// @throws MalformedMessage when `packet` is no message, or holds a name that leads round in
    ///   circles
    static DnsMessage read(ByteBuffer packet) throws MalformedMessage {
        return new MessageReader(packet).message();
    }

    ByteBuffer bytes() {
        return ByteBuffer.wrap(new MessageWriter().write(this));
    }
}
