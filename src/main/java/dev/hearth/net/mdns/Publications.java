package dev.hearth.net.mdns;

import dev.hearth.net.mdns.DnsMessage.Question;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What this program announces, and when it says so. Each link is told its own addresses and no
/// others. Confined to the thread of [MulticastDns]; knows no socket.
///
/// Labels and the name of the host are unlike all others by their making (they hold a part of a
/// key, or of a random number), so nobody is asked whether they are free: a service is heard of at
/// once. On questions everything about a service is told, once a second at most, however many ask.
final class Publications {
    /// How long a service is believed in when it goes without a word.
    static final long HOLDS_SECONDS = 120;

    private static final int ANNOUNCEMENTS = 2;
    private static final long BETWEEN_ANNOUNCEMENTS = 1_000;

    /// Ten changes a minute (RFC 6762, section 8.4).
    private static final long BETWEEN_CHANGES = 6_000;

    private static final long BETWEEN_ANSWERS = 1_000;

    /// Several may have the same answer: each waits a little (RFC 6762, section 6).
    private static final int LEAST_DELAY = 20;

    private static final int MOST_DELAY = 120;
    private static final long NEVER = Long.MAX_VALUE;

    private static final DnsName ALL_TYPES = DnsName.of("_services", "_dns-sd", "_udp", "local");

    private final DnsName host;
    private final RandomGenerator random;
    private final Map<Object, Published> published = new LinkedHashMap<>();

    private static final class Published {
        private Offer offer;
        private int left = ANNOUNCEMENTS;
        private long nextAt;
        private long changedAt = -BETWEEN_CHANGES;

        /// By the index of a link: when an answer is due there, and when the last one went out.
        private final Map<Integer, Long> due = new HashMap<>();

        private final Map<Integer, Long> told = new HashMap<>();

        private Published(Offer offer, long now) {
            this.offer = offer;
            this.nextAt = now;
        }

        private void announce(long at) {
            left = ANNOUNCEMENTS;
            nextAt = at;
        }
    }

    /// @param hostLabel unlike that of any other host
    Publications(String hostLabel, RandomGenerator random) {
        this.host = DnsName.of(hostLabel, "local");
        this.random = random;
    }

    /// Announces `offer`, now and in a moment again.
    void publish(Object key, Offer offer, long now) {
        published.put(key, new Published(offer, now));
    }

    /// Announces what has changed; in a while where the last change was a moment ago.
    ///
    /// @return what takes the old name back, when it has another one now
    List<Outgoing> change(Object key, Offer offer, List<NetworkLink> links, long now) {
        Published one = published.get(key);
        if (one == null || one.offer.equals(offer)) {
            return List.of();
        }
        boolean renamed = !one.offer.instance().equals(offer.instance());
        List<Outgoing> goodbyes = renamed ? goodbyes(one, links) : List.of();
        one.offer = offer;
        if (renamed || one.changedAt <= now) {
            one.changedAt = renamed ? now : Math.max(now, one.changedAt + BETWEEN_CHANGES);
            one.announce(one.changedAt);
        }
        return goodbyes;
    }

    /// @return what takes it back
    List<Outgoing> withdraw(Object key, List<NetworkLink> links) {
        Published one = published.remove(key);
        return one == null ? List.of() : goodbyes(one, links);
    }

    private List<Outgoing> goodbyes(Published one, List<NetworkLink> links) {
        return links.stream()
                .map(
                        link ->
                                new Outgoing(
                                        link,
                                        DnsMessage.answer(
                                                service(one.offer).stream()
                                                        .map(DnsRecord::goodbye)
                                                        .toList())))
                .toList();
    }

    /// Announces everything again: there are other links, or other addresses on them.
    void linksChanged(long now) {
        published.values().forEach(one -> one.announce(now));
    }

    /// Somebody on `link` asks.
    void asked(DnsMessage question, NetworkLink link, long now) {
        for (Published one : published.values()) {
            boolean concerned =
                    question.questions().stream().anyMatch(each -> concerns(each, one.offer));
            if (concerned && !isKnown(one.offer, question.records())) {
                long delay = random.nextInt(LEAST_DELAY, MOST_DELAY + 1);
                long allowed = one.told.getOrDefault(link.index(), now - BETWEEN_ANSWERS);
                one.due.putIfAbsent(link.index(), Math.max(now + delay, allowed + BETWEEN_ANSWERS));
            }
        }
    }

    private boolean concerns(Question question, Offer offer) {
        return question.asksFor(offer.typeName(), DnsType.PTR)
                || question.asksFor(ALL_TYPES, DnsType.PTR)
                || question.asksFor(offer.instance(), DnsType.SRV)
                || question.asksFor(offer.instance(), DnsType.TXT)
                || question.asksFor(host, DnsType.A)
                || question.asksFor(host, DnsType.AAAA);
    }

    /// Who holds the pointer to it, and will for a while, needs no answer.
    private static boolean isKnown(Offer offer, List<DnsRecord> known) {
        return known.stream()
                .anyMatch(
                        each ->
                                each.data().equals(new DnsRecord.Pointer(offer.instance()))
                                        && each.seconds() >= HOLDS_SECONDS / 2);
    }

    /// What is to be sent by now.
    List<Outgoing> due(List<NetworkLink> links, long now) {
        List<Outgoing> all = new ArrayList<>();
        for (Published one : published.values()) {
            boolean announces = one.nextAt <= now;
            for (NetworkLink link : links) {
                boolean reached = !link.addresses(one.offer.only()).isEmpty();
                if (reached && (announces || one.due.getOrDefault(link.index(), NEVER) <= now)) {
                    one.told.put(link.index(), now);
                    all.add(new Outgoing(link, everything(one.offer, link)));
                }
            }
            if (announces) {
                one.left--;
                one.nextAt = one.left > 0 ? now + BETWEEN_ANNOUNCEMENTS : NEVER;
            }
            one.due.values().removeIf(at -> at <= now);
        }
        return all;
    }

    /// When [#due] has something next, unless somebody asks before; empty for never.
    Optional<Long> nextAt() {
        return published.values().stream()
                .map(one -> one.due.values().stream().reduce(one.nextAt, Math::min))
                .filter(at -> at != NEVER)
                .min(Long::compare);
    }

    private DnsMessage everything(Offer offer, NetworkLink link) {
        List<DnsRecord> records = new ArrayList<>(service(offer));
        records.add(
                new DnsRecord(
                        ALL_TYPES, HOLDS_SECONDS, false, new DnsRecord.Pointer(offer.typeName())));
        for (InetAddress address : link.addresses(offer.only())) {
            records.add(new DnsRecord(host, HOLDS_SECONDS, true, new DnsRecord.Address(address)));
        }
        return DnsMessage.answer(records);
    }

    private List<DnsRecord> service(Offer offer) {
        DnsName instance = offer.instance();
        return List.of(
                new DnsRecord(
                        offer.typeName(), HOLDS_SECONDS, false, new DnsRecord.Pointer(instance)),
                new DnsRecord(
                        instance, HOLDS_SECONDS, true, new DnsRecord.Location(offer.port(), host)),
                new DnsRecord(instance, HOLDS_SECONDS, true, new DnsRecord.Text(offer.text())));
    }
}
