package dev.hearth.log.sqlite;

import static dev.hearth.log.Log.ANN;
import static dev.hearth.log.Log.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.log.Batch;
import dev.hearth.log.Log;
import dev.hearth.log.SearchQuery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Reacted;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import dev.hearth.model.SearchHits;
import dev.hearth.model.SearchHits.Hit;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SearchTest {
    private static final RoomId SECRET = new RoomId("#secret");

    @TempDir Path folder;
    private SqliteChatLog store;

    @BeforeEach
    void open() {
        store = SqliteChatLog.open(folder, InstantSource.system(), _ -> {});
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void findsWordsWhateverTheirCaseAndAccents() {
        say("Café in ZÜRICH");
        say("tea in Bern");
        assertThat(search("cafe")).containsExactly("[Café] in ZÜRICH");
        assertThat(search("zurich CAFÉ")).containsExactly("[Café] in [ZÜRICH]");
        assertThat(search("cafe bern")).isEmpty();
    }

    @Test
    void findsWhateverWayALetterIsWritten() {
        say("Die Straße, größer als alle");
        say("DIE STRASSE, GRÖSSER");
        say("ｆｕｌｌ ｗｉｄｔｈ カタカナ");
        say("soft\u00ADhyphen and zero\u200Bwidth");
        say("ΟΔΟΣ");
        for (String typed : List.of("strasse", "Straße", "STRASSE", "straẞe", "stra\u00ADße")) {
            assertThat(search(typed))
                    .containsExactlyInAnyOrder(
                            "Die [Straße], größer als alle", "DIE [STRASSE], GRÖSSER");
        }
        assertThat(search("grosser")).hasSize(2);
        assertThat(search("GRÖSSER")).hasSize(2);
        assertThat(search("full")).containsExactly("[ｆｕｌｌ] ｗｉｄｔｈ カタカナ");
        assertThat(search("ｗｉｄｔｈ")).contains("ｆｕｌｌ [ｗｉｄｔｈ] カタカナ");
        assertThat(search("ｶﾀｶﾅ")).containsExactly("ｆｕｌｌ ｗｉｄｔｈ [カタカナ]");
        assertThat(search("softhyphen")).containsExactly("[soft\u00ADhyphen] and zero\u200Bwidth");
        assertThat(search("οδος")).containsExactly("[ΟΔΟΣ]");
    }

    @Test
    void aSignThatBelongsToAWordCounts() {
        say("written in C++");
        say("vitamin c is good");
        say("C# is another");
        say("mail @ann, or ann");
        assertThat(search("C++")).containsExactly("written in [C++]");
        assertThat(search("c#")).containsExactly("[C#] is another");
        assertThat(search("C")).hasSize(3);
        assertThat(search("@ann")).containsExactly("mail [@ann], or ann");
        assertThat(search("(good!)")).containsExactly("vitamin c is [good]");
    }

    @Test
    void findsWhatIsInTheBeginningOfALongText() {
        say("early " + "x ".repeat(20_000) + " late");
        assertThat(store.search(query("early")).hits()).hasSize(1);
        assertThat(store.search(query("late")).hits()).isEmpty();
    }

    @Test
    void findsTheLastWordWhileItIsTyped() {
        say("the lighthouse keeper");
        assertThat(search("keeper ligh")).containsExactly("the [lighthouse] [keeper]");
        assertThat(search("the keep")).containsExactly("[the] lighthouse [keeper]");
    }

    @Test
    void whatIsQuotedHasToFollowOnEachOther() {
        say("red green blue");
        say("green red blue");
        assertThat(search("\"red green\"")).containsExactly("[red green] blue");
        assertThat(search("\"green red blu")).containsExactly("[green red blue]");
        assertThat(search("\"blue red\"")).isEmpty();
    }

    @Test
    void findsWhatBeginsWithinAWordAfterWholeWords() {
        say("swordfish for dinner");
        say("fish for lunch");
        assertThat(search("fish")).containsExactly("[fish] for lunch", "sword[fish] for dinner");
    }

    @Test
    void findsInScriptsWithoutSpaces() {
        say("明日は日本語の勉強をします");
        say("สวัสดีชาวโลก");
        say("한국어를 공부합니다");
        assertThat(search("日本語")).containsExactly("明日は[日本語]の勉強をします");
        assertThat(search("勉強")).containsExactly("明日は日本語の[勉強]をします");
        assertThat(search("本")).containsExactly("明日は日[本]語の勉強をします");
        assertThat(search("日本語 勉強")).containsExactly("明日は[日本語]の[勉強]をします");
        assertThat(search("ชาวโลก")).containsExactly("สวัสดี[ชาวโลก]");
        assertThat(search("한국어 공부")).containsExactly("[한국어를] [공부합니다]");
    }

    @Test
    void findsWordsBesideAScriptWithoutSpaces() {
        say("今日meetingがあります");
        say("今日 party があります");
        assertThat(search("meeting")).containsExactly("今日[meeting]があります");
        assertThat(search("今日 party")).containsExactly("[今日] [party] があります");
    }

    @Test
    void findsEmojiAndSigns() {
        say("party 🎉 now");
        say("100% sure_thing");
        assertThat(search("🎉")).containsExactly("party [🎉] now");
        assertThat(search("%")).containsExactly("100[%] sure_thing");
        assertThat(search("party 🎉")).containsExactly("[party] [🎉] now");
    }

    @Test
    void rangesCountUtf16Units() {
        say("🎉🎉 café \uD835\uDD38 cafe");
        Hit hit = store.search(query("cafe")).hits().getFirst();
        assertThat(hit.ranges())
                .extracting(it -> hit.message().text().substring(it.start(), it.end()))
                .containsExactly("café", "cafe");
    }

    @Test
    void nobodyForgesAHighlight() {
        say("\u0002 a \u0003 [b] \u0002\u0002 word \u0003");
        assertThat(search("word"))
                .containsExactly("\u0002 a \u0003 [b] \u0002\u0002 [word] \u0003");
    }

    @Test
    void theBestComesFirstAndOfEquallyGoodOnesTheNewest() {
        say("one apple among very many other words that are of no interest here at all");
        say("apple apple apple");
        say("same apple");
        say("same apple");
        for (int i = 0; i < 20; i++) {
            say("something else");
        }
        List<Hit> hits = store.search(query("apple")).hits();
        assertThat(hits).extracting(each -> each.message().seq()).containsExactly(2L, 4L, 3L, 1L);
    }

    @Test
    void looksOnlyInTheRoomsThatAreGiven() {
        say("open treasure");
        append(SECRET, ANN, new Posted("hidden treasure"));
        assertThat(search("treasure")).containsExactly("open [treasure]");
        assertThat(search("hidden")).isEmpty();
        assertThat(search("hid")).isEmpty();
        assertThat(store.search(SearchQuery.of("treasure", Set.of(), 10)).hits()).isEmpty();
        Set<RoomId> both = Set.of(RoomId.LOBBY, SECRET);
        assertThat(store.search(SearchQuery.of("treasure", both, 10)).hits()).hasSize(2);
        SearchHits first = store.search(SearchQuery.of("treasure", Set.of(RoomId.LOBBY), 1));
        assertThat(first.more()).as("what is hidden does not show in more").isFalse();
    }

    @Test
    void filtersByPersonAndTime() {
        append(RoomId.LOBBY, ANN, new Posted("rain 1"));
        append(RoomId.LOBBY, BOB, new Posted("rain 2"));
        append(RoomId.LOBBY, ANN, new Posted("rain 3"));
        SearchQuery all = query("rain");
        assertThat(texts(by(all, Optional.of(BOB)))).containsExactly("[rain] 2");
        SearchQuery within =
                new SearchQuery(
                        "rain",
                        all.rooms(),
                        Optional.empty(),
                        Optional.of(Log.START.plusSeconds(2)),
                        Optional.of(Log.START.plusSeconds(3)),
                        10);
        assertThat(texts(within)).containsExactly("[rain] 2");
    }

    @Test
    void saysWhetherThereAreMore() {
        for (int i = 0; i < 12; i++) {
            say("snow " + i);
        }
        SearchHits some = store.search(SearchQuery.of("snow", Set.of(RoomId.LOBBY), 10));
        assertThat(some.hits()).hasSize(10);
        assertThat(some.more()).isTrue();
        SearchHits all = store.search(SearchQuery.of("snow", Set.of(RoomId.LOBBY), 12));
        assertThat(all.hits()).hasSize(12);
        assertThat(all.more()).isFalse();
    }

    @Test
    void findsTheLatestTextAloneWithItsReactions() {
        EntryId id = say("first version");
        append(RoomId.LOBBY, ANN, new Edited(id, "second version"));
        append(RoomId.LOBBY, BOB, new Reacted(id, "👍", true));
        assertThat(search("first")).isEmpty();
        Hit hit = store.search(query("second")).hits().getFirst();
        assertThat(hit.message().edited()).isPresent();
        assertThat(hit.message().reactions()).containsEntry("👍", Set.of(BOB.id()));
    }

    @Test
    void findsNothingOfWhatWasDeleted() {
        EntryId id = say("swordfish 日本語");
        append(RoomId.LOBBY, ANN, new Deleted(id));
        for (String query : List.of("swordfish", "sword", "fish", "日本語", "本")) {
            assertThat(search(query)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"",
                "\"\"",
                "\"\"\"",
                "*",
                "a*",
                "^a",
                "-",
                "--",
                "a-b",
                "(",
                ")",
                "a OR",
                "OR",
                "NOT a",
                "AND",
                "NEAR(a b)",
                "a:b",
                "text:a",
                "{text}: a",
                "a + b",
                "'",
                "';--",
                "\\",
                "%",
                "_",
                "\u0000",
                "a\u0000b",
                "\uD800",
                "\"a",
                "a\"b",
                "a AND (b",
                "🎉",
                "日",
                "é",
                "\u0301",
                "+",
                "?1",
                "a\"\"b*\""
            })
    void whatIsTypedIsNeverSyntax(String typed) {
        say("a b OR NOT NEAR text % _ \\ '");
        assertThat(store.search(query(typed)).hits().size()).isLessThanOrEqualTo(1);
    }

    @Test
    void noTypedTextFails() {
        say("a b c 日本語 \" ' * (");
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String signs = "ab 日本\"'*()^-+:{}OR NOT AND\\%_🎉\u0000é";
        for (int i = 0; i < 500; i++) {
            StringBuilder typed = new StringBuilder();
            random.ints(random.nextInt(12), 0, signs.length())
                    .forEach(at -> typed.append(signs.charAt(at)));
            assertThat(store.search(query(typed.toString())))
                    .as("seed " + seed + " " + typed)
                    .isNotNull();
        }
    }

    private static SearchQuery by(SearchQuery query, Optional<Person> person) {
        return new SearchQuery(
                query.text(),
                query.rooms(),
                person.map(Person::id),
                query.since(),
                query.until(),
                query.limit());
    }

    private static SearchQuery query(String text) {
        return SearchQuery.of(text, Set.of(RoomId.LOBBY), 10);
    }

    private EntryId say(String text) {
        return append(RoomId.LOBBY, ANN, new Posted(text));
    }

    private EntryId append(RoomId room, Person from, Payload payload) {
        long seq = store.lastSeq(room) + 1;
        EntryId id = new EntryId(room + "/" + seq);
        store.append(Batch.of(List.of(Log.entry(room, seq, id.value(), from, payload))));
        return id;
    }

    private List<String> search(String text) {
        return texts(query(text));
    }

    /// The texts that were found, in order, with brackets around what to highlight.
    private List<String> texts(SearchQuery query) {
        return store.search(query).hits().stream().map(SearchTest::marked).toList();
    }

    private static String marked(Hit hit) {
        StringBuilder text = new StringBuilder(hit.message().text());
        hit.ranges().reversed().forEach(it -> text.insert(it.end(), ']').insert(it.start(), '['));
        return text.toString();
    }
}
