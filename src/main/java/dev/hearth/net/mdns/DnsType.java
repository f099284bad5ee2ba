package dev.hearth.net.mdns;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of records that services are made of.
enum DnsType {
    A(1),
    PTR(12),
    TXT(16),
    AAAA(28),
    SRV(33),
    /// In questions only: every kind.
    ANY(255);

    private final int number;

    DnsType(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    boolean includes(DnsType other) {
        return this == ANY || this == other;
    }

    static Optional<DnsType> of(int number) {
        return Arrays.stream(values()).filter(each -> each.number == number).findFirst();
    }
}
