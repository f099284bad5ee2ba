package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.client.JoinRequest;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.Membership;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.model.SearchAnswer;
import dev.hearth.model.SearchHits;
import dev.hearth.model.SearchRequest;
import dev.hearth.testkit.Abilities;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `hearth history` and `hearth search` on a made-up host.
final class ReadingTest {
    private static final RoomId IDEAS = new RoomId("r-17");
    private static final Instant AT = Instant.parse("2026-11-19T09:05:00Z");

    private final FakeWorld world = new FakeWorld();
    private final CliRun cli = new CliRun(world);
    private final List<HistoryRequest> asked = new ArrayList<>();
    private final List<SearchRequest> searched = new ArrayList<>();
    private HistoryPage page = new HistoryPage(List.of(), 0, false);
    private SearchAnswer answer = new SearchAnswer(SearchHits.NONE, true, Optional.empty());

    @BeforeEach
    void behave() {
        world.onJoin(
                chat -> {
                    chat.onHistory(
                            request -> {
                                asked.add(request);
                                return CompletableFuture.completedFuture(page);
                            });
                    chat.onSearch(
                            request -> {
                                searched.add(request);
                                return CompletableFuture.completedFuture(answer);
                            });
                    chat.goOnline();
                    chat.tell(
                            new Event.RoomsChanged(
                                    List.of(
                                            room(RoomId.LOBBY, "#lobby", 41),
                                            room(IDEAS, "Ideas", 7))));
                    chat.tell(
                            new Event.PeopleChanged(
                                    List.of(new Presence(FakeChat.person("Maria"), true, false))));
                });
    }

    private static RoomHead room(RoomId id, String name, long lastSeq) {
        return new RoomHead(
                id, name, "", RoomKind.PUBLIC, lastSeq, 0, Membership.MEMBER, 0, Optional.empty());
    }

    private static FoldedMessage message(
            long seq, String text, boolean edited, boolean deleted, String... reactions) {
        Map<String, Set<PersonId>> all = new LinkedHashMap<>();
        for (String reaction : reactions) {
            all.put(reaction, Set.of(new PersonId("p1"), new PersonId("p2")));
        }
        return new FoldedMessage(
                RoomId.LOBBY,
                seq,
                new EntryId("m" + seq),
                FakeChat.person("Maria"),
                AT,
                text,
                Optional.empty(),
                List.of(),
                edited ? Optional.of(AT.plusSeconds(60)) : Optional.empty(),
                deleted,
                all);
    }

    private List<String> outLines() {
        return cli.out().lines().toList();
    }

    @Test
    void historyPrintsTheNewestMessagesAsTheyAreNow() {
        page =
                new HistoryPage(
                        List.of(
                                message(39, "hello\n\u001b[2Jthere", false, false, "👍"),
                                message(40, "better", true, false),
                                message(41, "", false, true)),
                        41,
                        true);
        assertThat(cli.run("history", "h")).as(cli.err()).isEqualTo(ExitCode.OK);
        assertThat(outLines())
                .containsExactly(
                        "39  2026-11-19 09:05  Maria: hello\\n\\u001b[2Jthere  [👍 2]",
                        "40  2026-11-19 09:05  Maria (edited): better",
                        "41  2026-11-19 09:05  Maria (deleted)");
        assertThat(cli.err())
                .isEqualToIgnoringNewLines("hearth: there are older ones: --before 39");
        assertThat(asked)
                .containsExactly(
                        new HistoryRequest(RoomId.LOBBY, new HistoryRequest.Where.Before(42), 50));
        assertThat(world.chat().request().guest()).isTrue();
        assertThat(world.chat().request().history()).isEqualTo(JoinRequest.History.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ideas", "#Ideas", "r-17"})
    void aRoomIsMeantByNameOrId(String wish) {
        assertThat(cli.run("history", "h", "--room", wish, "--around", "5", "--limit", "3"))
                .as(cli.err())
                .isEqualTo(ExitCode.OK);
        assertThat(asked)
                .containsExactly(new HistoryRequest(IDEAS, new HistoryRequest.Where.Around(5), 3));
        assertThat(cli.err()).isEqualToIgnoringNewLines("hearth: there is nothing to show");
    }

    @Test
    void anUnknownRoomIsToldWithThoseThatAreThere() {
        assertThat(cli.run("search", "h", "x", "--room", "kitchen")).isEqualTo(ExitCode.FAILURE);
        assertThat(cli.err())
                .isEqualToIgnoringNewLines(
                        "hearth: There is no room called “kitchen”. There are: #lobby, #Ideas.");
    }

    @Test
    void historyAsJsonTellsWhatHappenedToAMessage() throws Exception {
        page = new HistoryPage(List.of(message(40, "better", true, false, "👍")), 41, false);
        assertThat(cli.run("history", "h", "--json")).isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper().readTree(cli.out());
        assertThat(json.propertyStream().map(Map.Entry::getKey))
                .containsExactly(
                        "seq",
                        "room",
                        "id",
                        "from",
                        "name",
                        "at",
                        "text",
                        "edited",
                        "editedAt",
                        "reactions");
        assertThat(json.get("edited").asBoolean()).isTrue();
        assertThat(json.get("reactions").get("👍").asInt()).isEqualTo(2);
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void searchShowsWhatItFound() {
        found(true);
        assertThat(cli.run("search", "h", "the", "cable", "--since", "2d"))
                .as(cli.err())
                .isEqualTo(ExitCode.OK);
        assertThat(outLines())
                .containsExactly("2026-11-19 09:05  #lobby 40  Maria: where is\\nthe cable?");
        assertThat(searched)
                .containsExactly(
                        new SearchRequest(
                                "the cable",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(FakeWorld.NOW.minusSeconds(2 * 86_400)),
                                Optional.empty(),
                                20));
        assertThat(cli.err())
                .isEqualToIgnoringNewLines(
                        "hearth: there are more: narrow it down, or raise --limit");
    }

    @Test
    void onATerminalWhatWasFoundIsColoured() {
        found(true);
        cli.withColours().run("search", "h", "the", "cable");
        assertThat(outLines())
                .containsExactly(
                        "2026-11-19 09:05  #lobby 40  Maria: where is\\n"
                                + "\u001b[1;33mthe\u001b[0m \u001b[1;33mcable\u001b[0m?");
    }

    @Test
    void searchAsJsonTellsWhereItWasFound() throws Exception {
        found(true);
        cli.run("search", "h", "the", "cable", "--json");
        JsonNode json = new ObjectMapper().readTree(cli.out());
        assertThat(json.get("ranges").toString()).isEqualTo("[[9,12],[13,18]]");
    }

    @Test
    void searchSaysWhatItLookedThroughWhenThatWasNotAll() {
        found(false);
        cli.run("search", "h", "cable");
        assertThat(cli.err()).contains("hearth: looked only since 2026-11-19 09:05");
    }

    private void found(boolean whole) {
        var hit =
                new SearchHits.Hit(
                        message(40, "where is\nthe cable?", false, false),
                        List.of(new SearchHits.Range(9, 12), new SearchHits.Range(13, 18)));
        answer =
                new SearchAnswer(
                        new SearchHits(List.of(hit), true),
                        whole,
                        whole ? Optional.empty() : Optional.of(AT));
    }

    @Test
    void searchSaysThatNothingWasFound() {
        assertThat(cli.run("search", "h", "unicorn", "--from", "maria", "--until", "2026-11-18"))
                .isEqualTo(ExitCode.FAILURE);
        assertThat(cli.err()).isEqualToIgnoringNewLines("hearth: nothing was found for “unicorn”");
        assertThat(searched.getFirst().from()).contains(FakeChat.person("Maria").id());
        assertThat(searched.getFirst().until()).contains(Instant.parse("2026-11-19T00:00:00Z"));
    }

    @Test
    void searchKnowsNobodyOfThatName() {
        assertThat(cli.run("search", "h", "x", "--from", "Zoe")).isEqualTo(ExitCode.FAILURE);
        assertThat(cli.err()).contains("There is nobody called “Zoe” in this chat.");
    }

    @ParameterizedTest
    @CsvSource({"history,", "search,x"})
    void otherServersCannotDoThat(String command, String query) {
        world.onJoin(chat -> chat.become(new ConnectionState.Online(Abilities.PLAIN_ECHO)));
        String[] line =
                query == null ? new String[] {command, "h"} : new String[] {command, "h", query};
        assertThat(cli.run(line)).isEqualTo(ExitCode.FAILURE);
        assertThat(cli.err())
                .isEqualToIgnoringNewLines(
                        "hearth: This server keeps nothing to look at: history and search need a"
                                + " Hearth host.");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-18,2026-11-18T00:00:00Z",
        "2026-11-18T10:30,2026-11-18T10:30:00Z",
        "2026-11-18T10:30+02:00,2026-11-18T08:30:00Z",
        "2026-11-18T10:30:05Z,2026-11-18T10:30:05Z",
        "3h,2026-11-20T15:42:00Z",
        "1w,2026-11-13T18:42:00Z"
    })
    void timesAreReadAsPeopleWriteThem(String typed, String expected) {
        assertThat(Moment.read("--since", typed, FakeWorld.CLOCK).start()).isEqualTo(expected);
    }
}
