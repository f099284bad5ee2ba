package dev.hearth.socketio.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostAndOriginTest {
    private final HostAndOrigin policy =
            new HostAndOrigin(
                    List.of(
                            "https://chat.example",
                            "http://other.example:8080",
                            "capacitor://localhost"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "localhost, -",
                "localhost:3000, -",
                "LOCALHOST:3000, -",
                "127.0.0.1:3000, -",
                "[::1]:3000, -",
                "[0:0:0:0:0:0:0:1]:3000, -",
                "localhost:3000, http://localhost:3000",
                "localhost:3000, http://127.0.0.1:5173",
                "localhost:3000, https://[::1]:1",
                "chat.example, https://chat.example",
                "chat.example, https://CHAT.example:443",
                "localhost:3000, https://chat.example",
                "localhost:3000, http://other.example:8080",
                "localhost:3000, capacitor://localhost"
            })
    void allows(String host, String origin) {
        assertThat(policy.allows(host, origin)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -",
                "'', -",
                "evil.example, -",
                "localhost.evil.example, -",
                "127.0.0.1.nip.io, -",
                "1270.0.0.1, -",
                "user@localhost, -",
                "local host, -",
                "localhost/, https://evil.example",
                "localhost:3000, null",
                "localhost:3000, chrome-extension://localhost",
                "localhost:3000, file://localhost",
                "localhost:3000, ''",
                "localhost:3000, http://evil.example",
                "localhost:3000, http://chat.example",
                "localhost:3000, https://chat.example:444",
                "localhost:3000, http://other.example",
                "localhost:3000, https://chat.example.evil.example",
                "evil.example:3000, http://evil.example:3000",
                "evil.example:3000, http://localhost:3000"
            })
    void refuses(String host, String origin) {
        assertThat(policy.allows(host, origin)).isFalse();
    }

    @Test
    void knowsTheNamesAndAddressesOfThisMachine() throws Exception {
        String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
        assertThat(policy.allows(name + ":3000", "http://" + name + ":3000")).isTrue();
        assertThat(policy.allows(name.split("\\.", 2)[0] + ".local:3000", null)).isTrue();
        List<InetAddress> addresses =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(a -> !a.isLoopbackAddress())
                        .toList();
        for (InetAddress address : addresses) {
            String text = address.getHostAddress().replaceAll("%.*", "");
            String host = text.contains(":") ? "[" + text + "]" : text;
            assertThat(policy.allows(host + ":3000", "http://" + host + ":3000")).isTrue();
            assertThat(policy.allows(host + ":3000", "http://" + host + ":8080")).isFalse();
        }
    }

    @Test
    void knowsHostsWithUnderscores() {
        HostAndOrigin policy = new HostAndOrigin(List.of("http://my_pc:3000/"));
        assertThat(policy.allows("my_pc:3000", "http://my_pc:3000")).isTrue();
        assertThat(policy.allows("your_pc:3000", null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "chat.test, -, https://chat.test",
                "chat.test:443, -, https://chat.test",
                "chat.test:8080, -, http://chat.test:8080",
                "localhost:3000, https://chat.test, https://chat.test",
                "localhost:3000, http://chat.test:80, http://chat.test",
                "localhost:3000, http://[2001:db8::1]:81, http://[2001:db8:0:0:0:0:0:1]:81",
            })
    void saysOnceHowToAllowAName(String host, String origin, String allow) {
        List<String> told = new ArrayList<>();
        HostAndOrigin refusing = new HostAndOrigin(List.of(), told::add);
        for (int i = 0; i < 3; i++) {
            assertThat(refusing.refusal(host, origin)).endsWith("--allow-origin " + allow);
        }
        assertThat(told).containsExactly(allow);
        assertThat(new HostAndOrigin(List.of(allow)).allows(host, origin)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, -", "a b, -", "\"x\", -", "localhost, null", "localhost, file://x"})
    void hasNoAdviceForWhatNoPageIs(String host, String origin) {
        List<String> told = new ArrayList<>();
        HostAndOrigin refusing = new HostAndOrigin(List.of(), told::add);
        assertThat(refusing.refusal(host, origin)).isEqualTo("Forbidden");
        assertThat(told).isEmpty();
    }

    @Test
    void tellsOfAFewNamesOnly() {
        List<String> told = new ArrayList<>();
        HostAndOrigin refusing = new HostAndOrigin(List.of(), told::add);
        for (int i = 0; i < 1_000; i++) {
            assertThat(refusing.refusal("name-" + i + ".test", null)).contains("name-" + i);
        }
        assertThat(told).hasSize(20);
    }

    @Test
    void saysWhatIsNoOrigin() {
        assertThatThrownBy(() -> new HostAndOrigin(List.of("chat.example")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
