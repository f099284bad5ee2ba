package dev.hearth.net.mdns;

import java.net.InetAddress;
import java.util.Map;

/// What is said of a name.
///
/// @param seconds how long it holds; 0 takes it back
/// @param whole whether this and the others like it in the message are all there are (the
///   cache-flush bit)
record DnsRecord(DnsName name, long seconds, boolean whole, Data data) {
    /// Kinds of records that services are made of; others are not read.
    sealed interface Data {
        DnsType type();
    }

    /// An instance of a type of service.
    record Pointer(DnsName target) implements Data {
        @Override
        public DnsType type() {
            return DnsType.PTR;
        }
    }

    /// Where an instance listens. Priority and weight say nothing between neighbours.
    record Location(int port, DnsName host) implements Data {
        @Override
        public DnsType type() {
            return DnsType.SRV;
        }
    }

    /// What else an instance says of itself; keys are in lower case.
    record Text(Map<String, String> values) implements Data {
        Text {
            values = Map.copyOf(values);
        }

        @Override
        public DnsType type() {
            return DnsType.TXT;
        }
    }

    /// An address of a host.
    record Address(InetAddress address) implements Data {
        @Override
        public DnsType type() {
            return address.getAddress().length == 4 ? DnsType.A : DnsType.AAAA;
        }
    }

    DnsRecord goodbye() {
        return new DnsRecord(name, 0, whole, data);
    }
}
