package dev.hearth.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerAddressTest {
    @ParameterizedTest
    @CsvSource({
        "localhost, http://localhost:3000",
        "localhost:8080, http://localhost:8080",
        " 10.0.0.7 , http://10.0.0.7:3000",
        "http://chat.example.org, http://chat.example.org:80",
        "http://chat.example.org:3000/, http://chat.example.org:3000",
        "https://chat.example.org/room?x=1, https://chat.example.org:443",
        "hearth://chat.example.org, http://chat.example.org:3000",
        "ws://h:1, http://h:1",
        "[::1]:3000, http://[::1]:3000",
        "fe80::1, http://[fe80::1]:3000",
    })
    void readsWhatPeopleType(String typed, String expected) {
        assertThat(ServerAddress.parse(typed)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "http://",
                "a b",
                "ftp://x",
                "host:0",
                "host:99999",
                "host:x",
                "u:p@host"
            })
    void saysWhatIsWrong(String typed) {
        assertThatThrownBy(() -> ServerAddress.parse(typed))
                .isInstanceOfSatisfying(
                        HearthException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.BAD_ADDRESS);
                            assertThat(e.sentence()).endsWith(".");
                        });
    }
}
