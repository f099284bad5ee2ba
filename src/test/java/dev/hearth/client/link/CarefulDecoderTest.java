package dev.hearth.client.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.socket.parser.DecodingException;
import io.socket.parser.Packet;
import java.util.ArrayList;
import java.util.List;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CarefulDecoderTest {
    private static Packet<?> decoded(String packet) {
        CarefulDecoder decoder = new CarefulDecoder(() -> {});
        List<Packet<?>> all = new ArrayList<>();
        decoder.add("0{\"sid\":\"x\"}");
        decoder.onDecoded(all::add);
        decoder.add(packet);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = '→',
            value = {
                "4{\"message\":\"why\"} → / → why",
                "4/hearth,{\"message\":\"why\"} → /hearth → why",
                "4\"Unable to connect\" → / → Unable to connect",
                "4/hearth,\"Invalid \\u003cnamespace\" → /hearth → Invalid <namespace",
                "4/hearth,\"\" → /hearth → ||",
                "4/hearth, → /hearth → ||",
                "4/hearth → /hearth → ||",
                "4 → / → ||",
                "4null → / → ||",
                "4/hearth,[\"a\",1] → /hearth → [\"a\",1]",
                "4/hearth,403 → /hearth → 403",
                "4/hearth,no JSON, at all → /hearth → no JSON, at all",
                "4/hearth,\"unfinished → /hearth → \"unfinished",
            })
    void readsARefusalInWhateverFormItsReasonComes(String packet, String namespace, String reason) {
        Packet<?> decoded = decoded(packet);
        assertThat(decoded.type).isEqualTo(4);
        assertThat(decoded.nsp).isEqualTo(namespace);
        assertThat(((JSONObject) decoded.data).getString("message")).isEqualTo(reason);
    }

    @Test
    void leavesEveryOtherPacketAsItIs() {
        assertThat(String.valueOf(decoded("2[\"chat message\",\"4\\\"x\\\"\"]").data))
                .isEqualTo("[\"chat message\",\"4\\\"x\\\"\"]");
        assertThat(decoded("0/hearth,{\"sid\":\"x\"}").nsp).isEqualTo("/hearth");
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        String deep = "[".repeat(65) + "]".repeat(65);
        assertThatThrownBy(() -> decoded("4" + deep)).isInstanceOf(DecodingException.class);
        assertThatThrownBy(() -> decoded("2" + deep)).isInstanceOf(DecodingException.class);
    }

    /// The library would remember them until the server lets the client in.
    @Test
    void eventsBeforeConnectAreNotRemembered() {
        CarefulDecoder decoder = new CarefulDecoder(() -> {});
        decoder.onDecoded(_ -> {});
        for (String early : new String[] {"2[\"x\"]", "3/hearth,1[]", "51-[\"x\"]"}) {
            assertThatThrownBy(() -> decoder.add(early)).isInstanceOf(DecodingException.class);
        }
        decoder.add("0/hearth,{\"sid\":\"x\"}");
        decoder.add("2/hearth,[\"x\"]");
    }

    @Test
    void attachmentsAreBounded() {
        CarefulDecoder decoder = new CarefulDecoder(() -> {});
        decoder.onDecoded(_ -> {});
        decoder.add("0{\"sid\":\"x\"}");
        decoder.add(
                "53-[\"x\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1},"
                        + "{\"_placeholder\":true,\"num\":2}]");
        decoder.add(new byte[3_000_000]);
        assertThatThrownBy(() -> decoder.add(new byte[3_000_000]))
                .isInstanceOf(DecodingException.class);
        decoder.add("2[\"x\"]");
    }
}
