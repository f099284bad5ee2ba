package dev.hearth.net.mdns;

import dev.hearth.net.mdns.DnsMessage.Question;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The services of one type that neighbours announced, and when to ask for more. Confined to the
/// thread of [MulticastDns]; knows no socket.
///
/// Bounded: 256 neighbours (an address on a link), 16 services of each, eight addresses of each
/// service, no longer than five minutes without hearing of them again. Newcomers beyond that are
/// not taken in until others are gone.
final class FoundServices {
    private static final int MOST_NEIGHBOURS = 256;
    private static final int MOST_QUESTIONS = 8;
    private static final int MOST_KNOWN = 8;
    private static final long FIRST_PAUSE = 1_000;
    private static final long LONGEST_PAUSE = 60_000;
    private static final long PAUSE_WHEN_OLD = 5_000;

    private final DnsName type;
    private final Map<Source, Neighbour> neighbours = new LinkedHashMap<>();
    private long askAt;
    private long askedAt = -FIRST_PAUSE;
    private long pause = FIRST_PAUSE;

    private record Source(int link, InetAddress address) {}

    FoundServices(DnsName type, long now) {
        this.type = type;
        this.askAt = now;
    }

    /// `source`, a neighbour on `link`, tells something.
    void told(DnsMessage message, NetworkLink link, InetAddress source, long now) {
        if (message.records().stream().noneMatch(each -> concerns(each, type))) {
            return;
        }
        Source from = new Source(link.index(), source);
        Neighbour known = neighbours.get(from);
        Neighbour neighbour = known == null ? new Neighbour(link, type) : known;
        neighbour.told(message.records(), now);
        if (known == null && !neighbour.isEmpty() && neighbours.size() < MOST_NEIGHBOURS) {
            neighbours.put(from, neighbour);
        }
    }

    private static boolean concerns(DnsRecord record, DnsName type) {
        return switch (record.data()) {
            case DnsRecord.Pointer _ -> record.name().equals(type);
            case DnsRecord.Location _, DnsRecord.Text _ -> record.name().isChildOf(type);
            case DnsRecord.Address _ -> true;
        };
    }

    /// Asks again, soon and then less and less often; what was heard on links that are gone is
    /// forgotten.
    void linksChanged(List<NetworkLink> links, long now) {
        neighbours.values().removeIf(each -> links.stream().noneMatch(each::isOn));
        pause = FIRST_PAUSE;
        askAt = now;
    }

    /// The questions to put by now, to each link its own: what is known there.
    List<Outgoing> due(List<NetworkLink> links, long now) {
        expire(now);
        boolean old = neighbours.values().stream().anyMatch(each -> each.isOld(now));
        if (now < askAt && !(old && now - askedAt >= PAUSE_WHEN_OLD)) {
            return List.of();
        }
        if (now >= askAt) {
            askAt = now + pause;
            pause = Math.min(pause * 2, LONGEST_PAUSE);
        }
        askedAt = now;
        return links.stream().map(link -> new Outgoing(link, question(link, now))).toList();
    }

    private DnsMessage question(NetworkLink link, long now) {
        List<Neighbour> there =
                neighbours.values().stream().filter(each -> each.isOn(link)).toList();
        List<Question> questions = new ArrayList<>(List.of(new Question(type, DnsType.PTR)));
        there.stream()
                .flatMap(Neighbour::missing)
                .distinct()
                .limit(MOST_QUESTIONS)
                .forEach(name -> questions.add(new Question(name, DnsType.ANY)));
        List<DnsRecord> known =
                there.stream()
                        .flatMap(each -> each.known(now))
                        .distinct()
                        .limit(MOST_KNOWN)
                        .toList();
        return DnsMessage.question(questions, known);
    }

    private void expire(long now) {
        neighbours.values().forEach(each -> each.expire(now));
        neighbours.values().removeIf(Neighbour::isEmpty);
    }

    /// When something ends, or is to be asked, next.
    long nextAt(long now) {
        return Stream.concat(
                        Stream.of(askAt),
                        neighbours.values().stream().flatMap(each -> each.nextAt(now).stream()))
                .reduce(askAt, Math::min);
    }

    /// What there is now, in the order in which it was heard of.
    List<FoundService> services(long now) {
        expire(now);
        return neighbours.values().stream().flatMap(each -> each.services().stream()).toList();
    }
}
