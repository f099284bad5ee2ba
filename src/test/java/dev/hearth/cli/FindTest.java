package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.ui.fakes.FakeNeighbourhood;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Chats that are found on a network, and joined by their name.
final class FindTest {
    private final FakeNeighbourhood network = new FakeNeighbourhood();
    private final CliRun run = new CliRun().within(network);

    private void threeChats() {
        network.around(
                FakeNeighbourhood.chat("id-tea-1", "Tea", 1, "http://10.0.0.3:3000"),
                FakeNeighbourhood.chat("id-tea-2", "Tea", 4, "http://10.0.0.4:3000"),
                FakeNeighbourhood.chat(
                        "id-zoe",
                        "Zoë’s chat",
                        2,
                        "http://10.0.0.5:3000",
                        "http://[fd00::5]:3000"));
    }

    @Test
    void listsWhatIsThere() {
        threeChats();
        assertThat(run.run("find", "--timeout", "0.05")).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .isEqualTo(
                        """
                        http://10.0.0.3:3000  Tea (1 person)
                        http://10.0.0.4:3000  Tea (4 people)
                        http://10.0.0.5:3000  Zoë’s chat (2 people)
                        """);
        assertThat(network.isWatched()).isFalse();
    }

    @Test
    void listsAsJson() {
        network.around(
                FakeNeighbourhood.chat(
                        "id-q", "a \"q\"", 2, "http://10.0.0.5:3000", "http://[fd00::5]:3000"));
        assertThat(run.run("find", "--json", "--timeout", "0.05")).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .isEqualTo(
                        """
                        {"id":"id-q","name":"a \\"q\\"","people":2,"address":"http://10.0.0.5:3000",\
                        "addresses":["http://10.0.0.5:3000","http://[fd00::5]:3000"]}
                        """);
    }

    @Test
    void saysThatThereIsNoneAndWhatToTry() {
        assertThat(run.run("find", "--timeout", "0.05")).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("no chat is announced").contains("hearth join ADDRESS");
    }

    @Test
    void saysThatThereIsNoNetwork() {
        network.goDeaf();
        assertThat(run.run("find", "--timeout", "0.05")).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("on no network");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "3601", "x"})
    void takesSensibleTimeouts(String seconds) {
        assertThat(run.run("find", "--timeout", seconds)).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoë’s chat", "zoë's CHAT", "zo"})
    void joinsByNameOrItsBeginning(String name) {
        threeChats();
        assertThat(run.run("join", name)).isEqualTo(ExitCode.OK);
        assertThat(run.launched())
                .containsExactly(
                        new WindowRequest(
                                Optional.of(URI.create("http://10.0.0.5:3000")),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void namesakesAreListedAndNoneIsJoined() {
        threeChats();
        assertThat(run.run("join", "tea")).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err())
                .contains("“tea” may be any of these: Tea at 10.0.0.3:3000, Tea at 10.0.0.4:3000.")
                .contains("Use the address");
        assertThat(run.launched()).isEmpty();
    }

    @Test
    void aNameThatNobodyHasIsSaid() {
        threeChats();
        assertThat(run.run("say", "no such chat", "hi")).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("is called “no such chat”").contains("hearth find");
    }

    /// Nobody on a network takes the place of an address.
    @ParameterizedTest
    @CsvSource({
        "localhost, http://localhost:3000",
        "192.0.2.7, http://192.0.2.7:3000",
        "chat.example, http://chat.example:3000",
        "tea:80, http://tea:80"
    })
    void anAddressIsNotLookedForAmongNames(String address, String server) {
        network.around(FakeNeighbourhood.chat("id-trap", address, 1, "http://10.0.0.66:3000"));
        assertThat(run.run("join", address)).isEqualTo(ExitCode.OK);
        assertThat(run.launched())
                .containsExactly(
                        new WindowRequest(
                                Optional.of(URI.create(server)),
                                Optional.empty(),
                                Optional.empty()));
    }
}
