package dev.hearth.net.mdns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.net.mdns.DnsMessage.Question;
import dev.hearth.net.mdns.NetworkLink.Prefix;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is announced and what is found, by a clock of the test and without a network: messages go
/// from one side to the other as bytes.
final class NeighboursTest {
    private static final String TYPE = "_hearth._tcp";
    private static final DnsName TYPE_NAME = Offer.typeName(TYPE);
    private static final InetAddress HERE = InetAddress.ofLiteral("10.9.0.1");
    private static final InetAddress THERE = InetAddress.ofLiteral("10.9.0.2");
    private static final NetworkLink LINK =
            new NetworkLink("eth0", 2, List.of(new Prefix(HERE, 24)));
    private static final NetworkLink OTHER_LINK =
            new NetworkLink(
                    "wlan0", 3, List.of(new Prefix(InetAddress.ofLiteral("192.168.1.5"), 24)));
    private static final Object KEY = "chat";

    private final Publications host = new Publications("hearth-1", new Random(1));
    private final FoundServices seeker = new FoundServices(TYPE_NAME, 0);
    private final List<Outgoing> sent = new ArrayList<>();

    private static Offer offer(String name, int people) {
        return new Offer(
                TYPE, name, " (a1b2c3)", 3000, Optional.empty(), Map.of("people", "" + people));
    }

    /// Lets the host say what is due on `links`, and the seeker hear it.
    private void hostSpeaks(List<NetworkLink> links, long now) {
        hear(host.due(links, now), THERE, now);
    }

    private void hear(List<Outgoing> messages, InetAddress from, long now) {
        sent.addAll(messages);
        for (Outgoing each : messages) {
            seeker.told(overTheWire(each.message()), each.link(), from, now);
        }
    }

    private static DnsMessage overTheWire(DnsMessage message) {
        try {
            return DnsMessage.read(message.bytes());
        } catch (MalformedMessage e) {
            throw new AssertionError(e);
        }
    }

    private static DnsMessage question() {
        return DnsMessage.question(List.of(new Question(TYPE_NAME, DnsType.PTR)), List.of());
    }

    @Test
    void whatIsAnnouncedIsFoundAtOnceAndGoneASecondAfterItsGoodbye() {
        host.publish(KEY, offer("Maria", 3), 0);
        hostSpeaks(List.of(LINK), 0);
        assertThat(seeker.services(0))
                .containsExactly(
                        new FoundService(
                                "Maria (a1b2c3)",
                                Map.of("people", "3"),
                                List.of(HERE),
                                3000,
                                "eth0"));
        hear(host.withdraw(KEY, List.of(LINK)), THERE, 5_000);
        assertThat(seeker.services(5_500)).hasSize(1);
        assertThat(seeker.services(6_000)).isEmpty();
    }

    @Test
    void whoAsksIsAnsweredOnceASecondHoweverManyAsk() {
        host.publish(KEY, offer("Maria", 3), 0);
        host.due(List.of(LINK), 0);
        host.due(List.of(LINK), 1_000);
        int answers = 0;
        for (long now = 2_000; now < 12_000; now += 10) {
            host.asked(question(), LINK, now);
            answers += host.due(List.of(LINK), now).size();
        }
        assertThat(answers).isBetween(8, 10);
    }

    @Test
    void whoKnowsItAlreadyGetsNoAnswer() {
        host.publish(KEY, offer("Maria", 3), 0);
        hostSpeaks(List.of(LINK), 0);
        hostSpeaks(List.of(LINK), 1_000);
        DnsMessage knowing = seeker.due(List.of(LINK), 2_000).getFirst().message();
        assertThat(knowing.records()).hasSize(1);
        host.asked(overTheWire(knowing), LINK, 2_000);
        assertThat(host.nextAt()).isEmpty();
    }

    @Test
    void manyChangesAreFewMessagesAndTheLastOneCounts() {
        host.publish(KEY, offer("Maria", 0), 0);
        for (long now = 0; now < 60_000; now += 100) {
            host.change(KEY, offer("Maria", (int) now), List.of(LINK), now);
            hostSpeaks(List.of(LINK), now);
        }
        assertThat(sent).hasSizeLessThan(26);
        for (long now = 60_000; now < 70_000; now += 100) {
            hostSpeaks(List.of(LINK), now);
        }
        assertThat(seeker.services(70_000).getFirst().text()).containsEntry("people", "59900");
    }

    @Test
    void anotherNameTakesThePlaceOfTheOld() {
        host.publish(KEY, offer("Maria", 3), 0);
        hostSpeaks(List.of(LINK), 0);
        hear(host.change(KEY, offer("Tea", 3), List.of(LINK), 2_000), THERE, 2_000);
        hostSpeaks(List.of(LINK), 2_000);
        assertThat(seeker.services(3_001))
                .extracting(FoundService::label)
                .containsExactly("Tea (a1b2c3)");
    }

    @Test
    void eachLinkIsToldItsOwnAddresses() {
        host.publish(KEY, offer("Maria", 3), 0);
        hostSpeaks(List.of(LINK, OTHER_LINK), 0);
        assertThat(seeker.services(0))
                .extracting(FoundService::interfaceName, FoundService::addresses)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("eth0", List.of(HERE)),
                        org.assertj.core.groups.Tuple.tuple(
                                "wlan0", List.of(InetAddress.ofLiteral("192.168.1.5"))));
        seeker.linksChanged(List.of(LINK), 100);
        assertThat(seeker.services(100)).hasSize(1);
    }

    @Test
    void whatListensAtOneAddressIsAnnouncedThereAlone() {
        Offer bound = new Offer(TYPE, "Maria", " (a)", 3000, Optional.of(HERE), Map.of());
        host.publish(KEY, bound, 0);
        assertThat(host.due(List.of(LINK, OTHER_LINK), 0))
                .extracting(Outgoing::link)
                .containsExactly(LINK);
    }

    @Test
    void whoGoesWithoutAWordIsAskedForAndThenForgotten() {
        host.publish(KEY, offer("Maria", 3), 0);
        hostSpeaks(List.of(LINK), 0);
        int asked = 0;
        for (long now = 0; now < 119_000; now += 500) {
            asked += seeker.due(List.of(LINK), now).size();
            assertThat(seeker.services(now)).hasSize(1);
        }
        assertThat(asked).isBetween(8, 14);
        assertThat(seeker.services(120_000)).isEmpty();
    }

    @Test
    void aStrangerTakesNothingBackAndMovesNobody() {
        host.publish(KEY, offer("Maria", 3), 0);
        hostSpeaks(List.of(LINK), 0);
        InetAddress stranger = InetAddress.ofLiteral("10.9.0.66");
        hear(host.withdraw(KEY, List.of(LINK)), stranger, 1_000);
        assertThat(seeker.services(10_000)).hasSize(1);
    }

    @Test
    void whatIsMissingIsAskedForUntilItIsThere() {
        DnsName instance = TYPE_NAME.child("Tea");
        DnsName hostName = DnsName.of("h", "local");
        DnsRecord pointer = new DnsRecord(TYPE_NAME, 120, false, new DnsRecord.Pointer(instance));
        DnsRecord location =
                new DnsRecord(instance, 120, true, new DnsRecord.Location(7000, hostName));
        DnsRecord address = new DnsRecord(hostName, 120, true, new DnsRecord.Address(THERE));
        List<DnsName> asked = new ArrayList<>();
        long now = 0;
        for (DnsRecord each : List.of(pointer, location, address)) {
            hear(List.of(new Outgoing(LINK, DnsMessage.answer(List.of(each)))), THERE, now);
            now += 10_000;
            asked.add(
                    seeker.due(List.of(LINK), now)
                            .getFirst()
                            .message()
                            .questions()
                            .getLast()
                            .name());
        }
        assertThat(asked).containsExactly(instance, hostName, TYPE_NAME);
        assertThat(seeker.services(now)).hasSize(1);
    }

    @Test
    void nobodyIsSentToTheirOwnComputer() {
        DnsName instance = TYPE_NAME.child("trap");
        DnsName hostName = DnsName.of("h", "local");
        List<DnsRecord> records =
                new ArrayList<>(
                        List.of(
                                new DnsRecord(
                                        TYPE_NAME, 120, false, new DnsRecord.Pointer(instance)),
                                new DnsRecord(
                                        instance,
                                        120,
                                        true,
                                        new DnsRecord.Location(22, hostName))));
        for (String address : List.of("127.0.0.1", "::1", "0.0.0.0", "224.0.0.251")) {
            records.add(
                    new DnsRecord(
                            hostName,
                            120,
                            true,
                            new DnsRecord.Address(InetAddress.ofLiteral(address))));
        }
        hear(List.of(new Outgoing(LINK, DnsMessage.answer(records))), THERE, 0);
        assertThat(seeker.services(0)).isEmpty();
    }

    @Test
    void aFloodIsBounded() {
        flood(300, 50);
    }

    @Test
    @Tag("soak")
    void threeMillionRecordsAreBounded() {
        flood(1_000, 1_000);
    }

    private void flood(int sources, int each) {
        for (int from = 0; from < sources; from++) {
            int first = from * each;
            List<DnsRecord> records = new ArrayList<>();
            IntStream.range(first, first + each)
                    .forEach(i -> records.addAll(service("bogus " + i)));
            InetAddress source =
                    InetAddress.ofLiteral("10.9." + from / 250 + "." + (from % 250 + 1));
            seeker.told(DnsMessage.answer(records), LINK, source, 0);
        }
        assertThat(seeker.services(0)).hasSize(256 * 16);
        assertThat(seeker.due(List.of(LINK), 2_000).getFirst().message().bytes().remaining())
                .isLessThan(1_400);
        assertThat(seeker.services(300_000)).isEmpty();
    }

    private static List<DnsRecord> service(String label) {
        DnsName instance = TYPE_NAME.child(label);
        return List.of(
                new DnsRecord(TYPE_NAME, 4_000_000_000L, false, new DnsRecord.Pointer(instance)),
                new DnsRecord(
                        instance,
                        4_000_000_000L,
                        true,
                        new DnsRecord.Location(3000, DnsName.of("h", "local"))),
                new DnsRecord(
                        DnsName.of("h", "local"),
                        4_000_000_000L,
                        true,
                        new DnsRecord.Address(THERE)));
    }

    @Test
    void neighboursAreThoseOfTheOwnNetworks() {
        assertThat(LINK.sees(InetAddress.ofLiteral("10.9.0.200"))).isTrue();
        assertThat(LINK.sees(InetAddress.ofLiteral("10.9.1.200"))).isFalse();
        assertThat(LINK.sees(InetAddress.ofLiteral("fd00::1"))).isFalse();
    }
}
