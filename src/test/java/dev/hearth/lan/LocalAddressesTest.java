package dev.hearth.lan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.lan.LocalAddresses.Candidate;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LocalAddressesTest {
    private static Candidate candidate(String address, String name) {
        return new Candidate(InetAddress.ofLiteral(address), name);
    }

    private static List<String> ordered(Candidate... candidates) {
        return LocalAddresses.ordered(Optional.empty(), List.of(candidates)).stream()
                .map(InetAddress::getHostAddress)
                .toList();
    }

    @Test
    void putsFirstWhatOthersOnThisNetworkReach() {
        assertThat(
                        ordered(
                                candidate("127.0.0.1", "lo"),
                                candidate("::1", "lo"),
                                candidate("172.17.0.1", "docker0"),
                                candidate("fe80::1", "eth0"),
                                candidate("2001:db8::7", "eth0"),
                                candidate("fd00::7", "eth0"),
                                candidate("203.0.113.5", "eth1"),
                                candidate("169.254.3.4", "eth2"),
                                candidate("192.168.1.20", "eth0")))
                .containsExactly(
                        "192.168.1.20",
                        "203.0.113.5",
                        "fd00:0:0:0:0:0:0:7",
                        "2001:db8:0:0:0:0:0:7",
                        "172.17.0.1",
                        "127.0.0.1");
    }

    @Test
    void fallsBackToLoopback() {
        assertThat(ordered()).containsExactly("127.0.0.1");
        assertThat(ordered(candidate("::1", "lo"))).containsExactly("0:0:0:0:0:0:0:1");
    }

    @Test
    void aBoundAddressIsTheOnlyOne() {
        assertThat(LocalAddresses.reachable(Optional.of(InetAddress.ofLiteral("10.0.0.7")), 3000))
                .containsExactly(URI.create("http://10.0.0.7:3000"));
        assertThat(LocalAddresses.shareable(Optional.of(InetAddress.ofLiteral("127.0.0.1")), 80))
                .containsExactly(URI.create("http://127.0.0.1:80"));
        assertThat(LocalAddresses.reachable(Optional.of(InetAddress.ofLiteral("::1")), 3000))
                .containsExactly(URI.create("http://[::1]:3000"));
    }

    @Test
    void findsTheAddressesOfThisComputer() {
        List<URI> all =
                LocalAddresses.reachable(Optional.of(InetAddress.ofLiteral("0.0.0.0")), 3000);
        assertThat(all).isNotEmpty().doesNotHaveDuplicates();
        assertThat(all.getLast()).isEqualTo(URI.create("http://127.0.0.1:3000"));
        List<URI> shareable = LocalAddresses.shareable(Optional.empty(), 3000);
        assertThat(all).containsAll(shareable);
        assertThat(shareable.size() == 1 || !shareable.contains(all.getLast())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "fd00:0:0:0:0:0:0:2, fd00::2",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "0:0:0:0:0:0:0:0, ::",
        "1:0:0:0:0:0:0:0, 1::",
    })
    void writesIpv6AsShortAsItGets(String address, String written) {
        assertThat(LocalAddresses.url(InetAddress.ofLiteral(address), 80))
                .hasToString("http://[" + written + "]:80");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:3000, true, false",
        "http://[::1]:3000, true, false",
        "http://localhost:3000, true, false",
        "http://192.168.1.20:3000, false, true",
        "http://169.254.7.7:3000, false, true",
        "http://[fd00::1]:3000, false, true",
        "http://203.0.113.9:3000, false, false",
        "http://[2001:db8::1]:3000, false, false",
        "http://chat.example.org:80/team/, false, false"
    })
    void tellsWhereAnAddressWorks(URI address, boolean loopback, boolean ofLan) {
        assertThat(LocalAddresses.isLoopback(address)).isEqualTo(loopback);
        assertThat(LocalAddresses.isOfLan(address)).isEqualTo(ofLan);
    }
}
