package dev.hearth.net.mdns;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one address on one link told of the services of a type. It cannot change what another
/// address told. Confined to the thread of [MulticastDns].
final class Neighbour {
    private static final int MOST_SERVICES = 16;
    private static final int MOST_ADDRESSES = 8;

    /// Nobody is believed for longer without being asked again.
    private static final long LONGEST_SECONDS = 300;

    /// What is taken back holds for this long (RFC 6762, section 10.1): it may be said again.
    private static final long GOODBYE_MILLIS = 1_000;

    private final NetworkLink link;
    private final DnsName type;
    private final Map<DnsName, Instance> instances = new LinkedHashMap<>();

    /// When it was told, and how long it holds.
    private record Span(long since, long until) {
        static Span of(DnsRecord record, long now) {
            long millis = Math.min(record.seconds(), LONGEST_SECONDS) * 1_000;
            return new Span(now, now + Math.max(millis, GOODBYE_MILLIS));
        }

        /// The share of its time that has passed, in hundredths.
        private long age(long now) {
            return (now - since) * 100 / (until - since);
        }
    }

    private static final class Instance {
        private Span pointer;
        private @Nullable Span locationHolds;
        private DnsRecord.@Nullable Location location;
        private Map<String, String> text = Map.of();
        private final Map<InetAddress, Span> addresses = new LinkedHashMap<>();

        private Instance(Span pointer) {
            this.pointer = pointer;
        }

        private boolean isWhole() {
            return location != null && !addresses.isEmpty();
        }

        private Stream<Span> spans() {
            return Stream.concat(
                    Stream.of(pointer),
                    Stream.concat(Stream.ofNullable(locationHolds), addresses.values().stream()));
        }
    }

    Neighbour(NetworkLink link, DnsName type) {
        this.link = link;
        this.type = type;
    }

    boolean isOn(NetworkLink other) {
        return link.index() == other.index();
    }

    boolean isEmpty() {
        return instances.isEmpty();
    }

    /// In the order in which they build on each other, for a message may have any.
    void told(List<DnsRecord> records, long now) {
        records.forEach(each -> pointer(each, now));
        records.forEach(each -> instance(each, now));
        for (Instance each : instances.values()) {
            addresses(each, records, now);
        }
    }

    private void pointer(DnsRecord record, long now) {
        if (!(record.data() instanceof DnsRecord.Pointer(DnsName target))
                || !record.name().equals(type)
                || !target.isChildOf(type)) {
            return;
        }
        Instance held = instances.get(target);
        if (held != null) {
            held.pointer = Span.of(record, now);
        } else if (record.seconds() > 0 && instances.size() < MOST_SERVICES) {
            instances.put(target, new Instance(Span.of(record, now)));
        }
    }

    private void instance(DnsRecord record, long now) {
        Instance held = instances.get(record.name());
        if (held == null) {
            return;
        }
        switch (record.data()) {
            case DnsRecord.Location location -> {
                held.location = location;
                held.locationHolds = Span.of(record, now);
            }
            case DnsRecord.Text(Map<String, String> values) -> {
                if (record.seconds() > 0) {
                    held.text = values;
                }
            }
            case DnsRecord.Pointer _, DnsRecord.Address _ -> {}
        }
    }

    private void addresses(Instance held, List<DnsRecord> records, long now) {
        if (held.location == null) {
            return;
        }
        DnsName host = held.location.host();
        for (DnsRecord each : records) {
            if (each.data() instanceof DnsRecord.Address(InetAddress address)
                    && each.name().equals(host)
                    && isElsewhere(address)) {
                if (each.whole()) {
                    held.addresses.values().removeIf(old -> old.since() < now - GOODBYE_MILLIS);
                }
                if (held.addresses.size() < MOST_ADDRESSES || held.addresses.containsKey(address)) {
                    held.addresses.put(onLink(address), Span.of(each, now));
                }
            }
        }
    }

    /// A stranger does not get to send anybody to their own computer.
    private static boolean isElsewhere(InetAddress address) {
        return !address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && !address.isMulticastAddress();
    }

    /// An address that holds on one link is of the one on which it was heard.
    private InetAddress onLink(InetAddress address) {
        if (!(address instanceof Inet6Address) || !address.isLinkLocalAddress()) {
            return address;
        }
        try {
            return Inet6Address.getByAddress(null, address.getAddress(), link.index());
        } catch (UnknownHostException e) {
            throw new AssertionError("its length is right", e);
        }
    }

    /// Forgets what does not hold any more.
    void expire(long now) {
        for (Instance each : instances.values()) {
            each.addresses.values().removeIf(span -> span.until() <= now);
            if (each.locationHolds != null && each.locationHolds.until() <= now) {
                each.location = null;
                each.locationHolds = null;
            }
        }
        instances.values().removeIf(each -> each.pointer.until() <= now);
    }

    List<FoundService> services() {
        List<FoundService> found = new ArrayList<>();
        instances.forEach(
                (name, each) -> {
                    if (each.isWhole() && each.location != null && each.location.port() > 0) {
                        found.add(
                                new FoundService(
                                        name.first(),
                                        each.text,
                                        List.copyOf(each.addresses.keySet()),
                                        each.location.port(),
                                        link.name()));
                    }
                });
        return found;
    }

    /// What need not be told again, with the rest of its time.
    Stream<DnsRecord> known(long now) {
        return instances.entrySet().stream()
                .filter(each -> each.getValue().isWhole() && !isOld(each.getValue(), now))
                .map(
                        each ->
                                new DnsRecord(
                                        type,
                                        (each.getValue().pointer.until() - now) / 1_000,
                                        false,
                                        new DnsRecord.Pointer(each.getKey())));
    }

    /// Names of which something is missing: where a service is, or the address of that host, which
    /// some announce by itself.
    Stream<DnsName> missing() {
        return instances.entrySet().stream()
                .filter(each -> !each.getValue().isWhole())
                .map(
                        each ->
                                Optional.ofNullable(each.getValue().location)
                                        .map(DnsRecord.Location::host)
                                        .orElse(each.getKey()));
    }

    /// Whether something is to be asked again before it ends: after four fifths of its time.
    boolean isOld(long now) {
        return instances.values().stream().anyMatch(each -> isOld(each, now));
    }

    private static boolean isOld(Instance instance, long now) {
        return instance.spans().anyMatch(span -> span.age(now) >= 80);
    }

    /// When the first of it ends or gets old; empty when there is nothing.
    Optional<Long> nextAt(long now) {
        return instances.values().stream()
                .flatMap(Instance::spans)
                .flatMap(
                        span ->
                                Stream.of(
                                        span.until(),
                                        span.since() + (span.until() - span.since()) * 4 / 5))
                .filter(at -> at > now)
                .min(Long::compare);
    }
}
