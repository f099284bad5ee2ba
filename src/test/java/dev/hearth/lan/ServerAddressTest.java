package dev.hearth.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import java.net.NetworkInterface;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerAddressTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = '→',
            value = {
                "localhost → http://localhost:3000",
                "localhost:8080 → http://localhost:8080",
                "| 10.0.0.7 | → http://10.0.0.7:3000",
                "http://chat.example.org → http://chat.example.org:80",
                "http://chat.example.org:3000/ → http://chat.example.org:3000",
                "hearth://chat.example.org → http://chat.example.org:3000",
                "HTTPS://Chat.Example.ORG → https://chat.example.org:443",
                "ws://h:1 → http://h:1",
                "wss://h → https://h:443",
                "//h:1 → http://h:1",
                "http:h:1 → http://h:1",
                "http:/h:1 → http://h:1",
                "http:///h:1 → http://h:1",
                "http://https://h → https://h:443",
                "http:\\\\h:1\\team → http://h:1/team/",
                // Names
                "my_pc:4500 → http://my_pc:4500",
                "http://_my_pc_ → http://_my_pc_:80",
                "münchen.local → http://xn--mnchen-3ya.local:3000",
                "MÜNCHEN.local:80 → http://xn--mnchen-3ya.local:80",
                "例え。テスト:1 → http://xn--r8jz45g.xn--zckzah:1",
                "chat.example.org.:1 → http://chat.example.org:1",
                "a-b.c-d → http://a-b.c-d:3000",
                "1and1.example → http://1and1.example:3000",
                // IPv6, with and without brackets
                "::1 → http://[::1]:3000",
                "[::1] → http://[::1]:3000",
                "[::1]:3000 → http://[::1]:3000",
                "http://[::1]:4501/ → http://[::1]:4501",
                "http://::1 → http://[::1]:80",
                "[::1%lo]:4501 → http://[::1]:4501",
                "[::1%25lo]:4501 → http://[::1]:4501",
                "::1%anything → http://[::1]:3000",
                "2001:DB8:0:0:0:0:0:1 → http://[2001:db8::1]:3000",
                "2001:db8::1:2 → http://[2001:db8::1:2]:3000",
                "[2001:db8::1:4501] → http://[2001:db8::1:4501]:3000",
                "::ffff:127.0.0.1 → http://127.0.0.1:3000",
                "[::ffff:7f00:1]:4500 → http://127.0.0.1:4500",
                // Other keyboards, and what comes along when a text is copied
                "１２７．０．０．１：４５００ → http://127.0.0.1:4500",
                "127.0.0.1：4500 → http://127.0.0.1:4500",
                "http：／／h：1／team → http://h:1/team/",
                "127。0。0。1:4500 → http://127.0.0.1:4500",
                "|\u200b127.0.0.1:4500\u200b| → http://127.0.0.1:4500",
                "|\u00a0127.0.0.1:4500\u00a0| → http://127.0.0.1:4500",
                "|\ufeff127.0.0.1\u2060:4500\u202c| → http://127.0.0.1:4500",
                "|\u3000127.0.0.1:4500\r\n| → http://127.0.0.1:4500",
                "|127.0.0.1:4500,| → http://127.0.0.1:4500",
                "127.0.0.1:4500. → http://127.0.0.1:4500",
                "127.0.0.1:4500。 → http://127.0.0.1:4500",
                "chat.example.org. → http://chat.example.org:3000",
                "<http://127.0.0.1:4500> → http://127.0.0.1:4500",
                "<http://127.0.0.1:4500/team/>. → http://127.0.0.1:4500/team/",
                "(127.0.0.1:4500) → http://127.0.0.1:4500",
                "“127.0.0.1:4500” → http://127.0.0.1:4500",
                "'127.0.0.1:4500' → http://127.0.0.1:4500",
                "「127.0.0.1:4500」 → http://127.0.0.1:4500",
                "`h:1` → http://h:1",
                "h: → http://h:3000",
                // Paths
                "http://h/team/ → http://h:80/team/",
                "http://h/team → http://h:80/team/",
                "h:1/team → http://h:1/team/",
                "h/a//b/./c/../d → http://h:3000/a/b/d/",
                "h/../.. → http://h:3000",
                "h:1/# → http://h:1",
                "h:1/? → http://h:1",
                "h:1/Team/index.html → http://h:1/Team/",
                "h:1/index.html → http://h:1",
                "h:1/socket.io/ → http://h:1",
                "h:1/team/socket.io → http://h:1/team/",
                "h:1/socket.io/socket.io.js → http://h:1",
                "h:1/größe → http://h:1/gr%C3%B6%C3%9Fe/",
                "h:1/a b%20c → http://h:1/a%20b%20c/",
                "h:1/50% → http://h:1/50%25/",
            })
    void readsWhatPeopleType(String typed, String expected) {
        assertThat(ServerAddress.parse(typed)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = '→',
            value = {
                "|| → Type an address",
                "|  | → Type an address",
                "|<>| → Type an address",
                "http:// → Type where the chat is",
                "/team → Type where the chat is",
                "xn--:4601 → is not a name",
                "xn--zzzz99999:4601 → is not a name",
                "a b → a space",
                "ftp://x → “ftp://” is not a kind of address",
                "javascript://x → “javascript://” is not a kind of address",
                "host:0 → Port 0 does not exist",
                "host:99999 → Port 99999 does not exist",
                "host:99999999999999999999 → does not exist",
                "host:x → “x” is not a port",
                "host:-1 → “-1” is not a port",
                "3000 → only a port",
                ":3000 → only a port",
                "u:p@host → Leave out “u:p@”",
                "http://u@host/ → Leave out “u@”",
                "http://h/room?x=1 → Leave out “?x=1”",
                "h:1/#room → Leave out “#room”",
                "256.1.1.1 → four numbers from 0 to 255",
                "127.1 → four numbers from 0 to 255",
                "0177.0.0.1 → four numbers from 0 to 255",
                "0x7f.0.0.1 → four numbers from 0 to 255",
                "2130706433:80 → four numbers from 0 to 255",
                "1.2.3.4.5 → four numbers from 0 to 255",
                "a..b → between its dots",
                ".a → between its dots",
                "my%20pc → no “%”",
                "a*b → no “*”",
                "a|b → no “|",
                "straße.example → its xn-- form",
                "::1:4501 → [::1]:4501",
                "http://::1:4501/ → [::1]:4501",
                "[::1 → has no “]”",
                "[::1]4501 → Only a port",
                "[h]:1 → not an IPv6 address",
                "[127.0.0.1]:1 → not an IPv6 address",
                "1:2:3 → not an IPv6 address",
                "fe80::1 → Add the interface",
                "fe80::1% → Add the interface",
                "fe80::1%no-such-card → no network interface called “no-such-card”",
            })
    void saysWhatIsWrong(String typed, String words) {
        assertBad(typed, words);
    }

    @Test
    void saysThatANameIsTooLong() {
        assertBad("x".repeat(64) + ".example", "between its dots");
        assertBad("ü".repeat(64) + ".example", "between its dots");
        assertBad("abcdefghi.".repeat(26) + "example", "between its dots");
    }

    private static void assertBad(String typed, String words) {
        assertThatThrownBy(() -> ServerAddress.parse(typed))
                .isInstanceOfSatisfying(
                        HearthException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(LocalTrouble.BAD_ADDRESS);
                            assertThat(e.sentence()).contains(words).endsWith(".");
                        });
    }

    @Test
    void keepsTheInterfaceOfALinkLocalAddress() throws SocketException {
        NetworkInterface some = NetworkInterface.networkInterfaces().findFirst().orElseThrow();
        String name = some.getName();
        String expected = "http://[fe80::1%" + name + "]:3000";
        assertThat(ServerAddress.parse("fe80::1%" + name)).hasToString(expected);
        assertThat(ServerAddress.parse("[fe80::1%25" + name + "]")).hasToString(expected);
        assertThat(ServerAddress.parse("fe80:0::1%" + some.getIndex())).hasToString(expected);
    }

    /// Whatever is typed, there is an address or a sentence.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "[",
                "]",
                "[]",
                "[]:1",
                "http://[",
                "://",
                ":",
                "::",
                ":::",
                "@",
                "a@",
                "#",
                "?",
                "/",
                "//",
                "///",
                "http:",
                "http:/",
                "\ud800",
                "\ud800.example",
                "xn--",
                "xn--\u00fc",
                "xn--a",
                "h:1/\ud800",
                "h:1/%",
                "h:1/%zz",
                "h:\u0661",
                "http://http://h",
                "[::1%]",
                "[fe80::1%]:1",
                "\u0000",
                "a\u0000b",
                "\u202eh",
                ".",
                "..",
                "-",
                "_",
            })
    void neverFailsInAnotherWay(String typed) {
        try {
            assertThat(ServerAddress.parse(typed).getRawAuthority()).isNotEmpty();
        } catch (HearthException e) {
            assertThat(e.code()).isEqualTo(LocalTrouble.BAD_ADDRESS);
        }
    }
}
