package dev.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.cli.WebAccess;
import dev.hearth.model.HearthException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EntrancesTest {
    @ParameterizedTest
    @CsvSource({
        "/team, /team",
        "team, /team",
        "/team/, /team",
        "/a/b-c_d, /a/b-c_d",
        "/, ''",
        "'', ''"
    })
    void takesAPathAsPeopleWriteIt(String written, String path) {
        assertThat(Entrances.front(new WebAccess(List.of(), List.of(), written)).path())
                .isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//", "/a b", "/../x", "/.", "/a?b", "/a#b", "/é", "/a//b", "http://x"})
    void saysWhatIsNoPath(String written) {
        assertThatThrownBy(() -> Entrances.front(new WebAccess(List.of(), List.of(), written)))
                .isInstanceOf(HearthException.class)
                .hasMessageContaining("--path")
                .hasMessageEndingWith(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "192.168.1", "192.168.1.0/24", "", "1.2.3.4:80"})
    void saysWhatIsNoAddressOfAProxy(String written) {
        WebAccess access = new WebAccess(List.of(), List.of(written), "");
        assertThatThrownBy(() -> Entrances.front(access))
                .isInstanceOf(HearthException.class)
                .hasMessageContaining("--trust-proxy");
    }
}
