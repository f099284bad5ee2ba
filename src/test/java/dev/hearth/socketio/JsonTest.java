package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static @Nullable Object read(String json) throws BadPacket {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return Json.read(bytes, 0, bytes.length, Json.MAX_DEPTH, 1 << 20).value();
    }

    @Test
    void readsTheNeutralTree() throws BadPacket {
        assertThat(
                        read(
                                "[1,5000000000,123456789012345678901,1.5,\"a\",true,false,null,{\"b\":[]}]"))
                .isEqualTo(
                        Arrays.asList(
                                1,
                                5_000_000_000L,
                                new BigInteger("123456789012345678901"),
                                1.5,
                                "a",
                                true,
                                false,
                                null,
                                Map.of("b", List.of())));
    }

    @Test
    void keepsTheOrderOfTheWire() throws BadPacket {
        assertThat(Json.text(read("{\"z\":1,\"a\":2,\"m\":3}")))
                .isEqualTo("{\"z\":1,\"a\":2,\"m\":3}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u2028", "🔥 é 漢", "a\"\\\n\r\t\u0000\u007f", "</script>"})
    void keepsTexts(String text) throws BadPacket {
        assertThat(read(Json.text(text))).isEqualTo(text);
    }

    @Test
    void replacesLoneSurrogatesOnBothWays() throws BadPacket {
        assertThat(read("\"a\\ud83dz\"")).isEqualTo("a\ufffdz");
        assertThat(Json.text("\udd25")).isEqualTo("\"\ufffd\"");
        assertThat(Json.text(Map.of("k\ud83d", 1))).isEqualTo("{\"k\ufffd\":1}");
    }

    @Test
    void writesNoNumberThatJsonHasNot() {
        assertThat(Json.text(List.of(Double.NaN, Double.POSITIVE_INFINITY, 1.5, 2L)))
                .isEqualTo("[null,null,1.5,2]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[",
                "[1",
                "{\"a\"",
                "{\"a\":}",
                "[1]x",
                "[1][2]",
                "nul",
                "[1,]",
                "'a'",
                "[NaN]",
                "[01]",
                "\"\u0000\"",
                "\u0000[\u0000]"
            })
    void refusesWhatIsNoJson(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(BadPacket.class);
    }

    @Test
    void refusesDeepDocumentsAndLongNumbers() throws BadPacket {
        assertThat(read("[".repeat(150) + "]".repeat(150))).isInstanceOf(List.class);
        assertThatThrownBy(() -> read("[".repeat(10_000) + "]".repeat(10_000)))
                .isInstanceOf(BadPacket.class);
        assertThatThrownBy(() -> read("1".repeat(1_000))).isInstanceOf(BadPacket.class);
    }
}
