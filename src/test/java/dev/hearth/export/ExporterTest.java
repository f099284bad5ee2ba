package dev.hearth.export;

import static dev.hearth.log.Log.ANN;
import static dev.hearth.log.Log.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.log.Batch;
import dev.hearth.log.Log;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.FileId;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Reacted;
import dev.hearth.model.Payload.TopicSet;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExporterTest {
    private static final RoomId SECRET = new RoomId("#secret");

    @TempDir Path folder;
    private SqliteChatLog store;

    @BeforeEach
    void open() {
        store = SqliteChatLog.open(folder, InstantSource.system(), _ -> {});
        append(
                Log.entry(1, "a", ANN, new Posted("<b>bold</b> & \"quoted\"\r\nsecond line")),
                Log.entry(
                        2,
                        "b",
                        BOB,
                        new Posted(
                                "an answer",
                                Optional.of(new EntryId("a")),
                                List.of(new FileId("file-1")))),
                Log.entry(3, "c", ANN, new Posted("swordfish")),
                Log.entry(4, "d", ANN, new Edited(new EntryId("b"), "a better answer")),
                Log.entry(5, "e", ANN, new Reacted(new EntryId("b"), "👍", true)),
                Log.entry(6, "f", ANN, new Deleted(new EntryId("c"))),
                Log.entry(7, "g", ANN, new TopicSet("a <topic>")),
                Log.entry(SECRET, 1, "s", ANN, new Posted("of another room")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void textHasALineForEachMessageAndNobodyCanForgeOne() throws IOException {
        assertThat(export(ExportFormat.TEXT))
                .isEqualTo(
                        """
                        Exported 2026-11-01 12:00:00 (time zone: UTC)

                        == lobby: a <topic> ==

                        2026-11-01 12:00:01  Ann: <b>bold</b> & "quoted"
                                             second line
                        2026-11-01 12:00:02  Bob: (to Ann: “<b>bold</b> & "quoted" second line”) a better answer (edited)
                                             [files: file-1]
                                             👍 1
                        2026-11-01 12:00:03  Ann: (deleted)
                        """);
    }

    @Test
    void htmlIsEscapedAndNeedsNothingElse() throws IOException {
        String html = export(ExportFormat.HTML);
        assertThat(html)
                .startsWith("<!doctype html>")
                .endsWith("</html>\n")
                .contains("&lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot;\nsecond line")
                .contains("a &lt;topic&gt;")
                .contains("<p class=\"note\">deleted</p>")
                .doesNotContain("<b>bold", "<topic>", "swordfish", "<script", "http:", "https:");
    }

    @Test
    void textAndHtmlNameTheirTimeZone() throws IOException {
        for (ExportFormat format : List.of(ExportFormat.TEXT, ExportFormat.HTML)) {
            StringWriter out = new StringWriter();
            new Exporter(store, ZoneId.of("Europe/Berlin"))
                    .write(format, Set.of(RoomId.LOBBY), Log.START, out);
            assertThat(out.toString())
                    .contains(
                            "Exported 2026-11-01 13:00:00 (time zone: Europe/Berlin, UTC+01:00 at"
                                    + " the export)")
                    .contains("2026-11-01 13:00:01");
        }
    }

    @Test
    void whatTurnsTextIsShownInHtmlAndNothingTurnsWhatIsAroundIt() throws IOException {
        Person turned = new Person(new PersonId("turned"), "شهد \u202eevE", Role.MEMBER);
        append(
                new Entry(
                        RoomId.LOBBY,
                        8,
                        new EntryId("h"),
                        turned,
                        Log.START,
                        new Posted("\u202egnp.exe \u2067 \u0007\u001b[31m שלום")),
                new Entry(
                        RoomId.LOBBY,
                        9,
                        new EntryId("i"),
                        ANN,
                        Log.START,
                        new Posted(
                                "an answer",
                                Optional.of(new EntryId("h")),
                                List.of(new FileId("f\u202egnp.exe")))));
        String html = export(ExportFormat.HTML);
        assertThat(html.codePoints().filter(HtmlSigns::turnOrControl)).isEmpty();
        assertThat(html)
                .contains("<p dir=\"auto\">\\u202egnp.exe \\u2067")
                .contains("<b dir=\"auto\">شهد \\u202eevE</b>")
                .contains("<bdi>شهد \\u202eevE</bdi>: <bdi>\\u202egnp.exe")
                .contains("<bdi>f\\u202egnp.exe</bdi>");
    }

    private static final class HtmlSigns {
        static boolean turnOrControl(int c) {
            return (c != '\n' && Character.isISOControl(c))
                    || (c >= 0x202A && c <= 0x202E)
                    || (c >= 0x2066 && c <= 0x2069);
        }
    }

    @Test
    void jsonCanBeReadByOtherPrograms() throws IOException {
        JsonNode root = new ObjectMapper().readTree(export(ExportFormat.JSON));
        assertThat(root.path("host").asText()).isEqualTo(store.hostId());
        assertThat(root.path("people")).hasSize(2);
        JsonNode room = root.path("rooms").path(0);
        assertThat(room.path("id").asText()).isEqualTo("#lobby");
        JsonNode answer = room.path("messages").path(1);
        assertThat(answer.path("text").asText()).isEqualTo("a better answer");
        assertThat(answer.path("replyTo").asText()).isEqualTo("a");
        assertThat(answer.path("reactions").path("👍").path(0).asText()).isEqualTo("ann");
        assertThat(answer.path("at").asText()).isEqualTo("2026-11-01T12:00:02Z");
        assertThat(room.path("messages").path(2).path("deleted").asBoolean()).isTrue();
        assertThat(room.path("messages")).hasSize(3);
    }

    @Test
    void exportsOnlyTheRoomsThatAreGiven() throws IOException {
        for (ExportFormat format : ExportFormat.values()) {
            assertThat(export(format)).doesNotContain("another room", "swordfish");
            assertThat(export(format, RoomId.LOBBY, SECRET)).contains("another room");
        }
    }

    @Test
    void goesOnOverManyPages() throws IOException {
        append(Log.posts(8, 1_000).toArray(Entry[]::new));
        JsonNode root = new ObjectMapper().readTree(export(ExportFormat.JSON));
        assertThat(root.path("rooms").path(0).path("messages")).hasSize(996);
    }

    private String export(ExportFormat format) throws IOException {
        return export(format, RoomId.LOBBY);
    }

    private String export(ExportFormat format, RoomId... rooms) throws IOException {
        StringWriter out = new StringWriter();
        new Exporter(store, ZoneOffset.UTC).write(format, Set.of(rooms), Log.START, out);
        return out.toString();
    }

    private void append(Entry... entries) {
        store.append(Batch.of(List.of(entries)));
    }
}
