package dev.hearth.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.testkit.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class DraftStoreTest {
    private static final String CHAT = "10.0.0.7:3000";
    private static final String TEXT = " half a = thou\nght # ! \\ \u2028 😀";

    @TempDir private Path folder = Path.of("");

    private DraftStore open() {
        return DraftStore.open(DataFolder.open(Optional.of(folder)));
    }

    private Path file() {
        return folder.resolve("drafts.properties");
    }

    @Test
    void keepsADraftForEachRoomOfEachChat() {
        try (DraftStore store = open()) {
            store.keep(CHAT, "lobby", TEXT);
            store.keep("other:3000", "lobby", "another");
        }
        try (DraftStore store = open()) {
            assertThat(store.draft(CHAT, "lobby")).isEqualTo(TEXT);
            assertThat(store.draft("other:3000", "lobby")).isEqualTo("another");
            assertThat(store.draft(CHAT, "design")).isEmpty();
            store.keep(CHAT, "lobby", "");
        }
        try (DraftStore store = open()) {
            assertThat(store.draft(CHAT, "lobby")).isEmpty();
        }
    }

    @Test
    void theOldestGoAlsoAfterARestart() {
        try (DraftStore store = open()) {
            for (int n = 0; n < 500; n++) {
                store.keep(CHAT, "room " + n, "draft");
            }
            store.keep(CHAT, "room 0", "written on");
        }
        try (DraftStore store = open()) {
            store.keep(CHAT, "one more", "draft");
            assertThat(store.draft(CHAT, "room 0")).isEqualTo("written on");
            assertThat(store.draft(CHAT, "room 1")).isEmpty();
            assertThat(store.draft(CHAT, "room 2")).isEqualTo("draft");
        }
    }

    @Test
    void aCrashLosesNothingButTheLastMoment() {
        DraftStore crashed = open();
        crashed.keep(CHAT, "lobby", "h");
        crashed.keep(CHAT, "lobby", TEXT);
        Patience.await().until(() -> Files.exists(file()));
        try (DraftStore store = open()) {
            assertThat(store.draft(CHAT, "lobby")).isEqualTo(TEXT);
        }
        crashed.close();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseReadsThem() throws IOException {
        try (DraftStore store = open()) {
            store.keep(CHAT, "lobby", TEXT);
        }
        assertThat(Files.getPosixFilePermissions(file()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file());
        }
    }

    @Test
    void whatIsNoFileOfDraftsIsNoDraft() throws IOException {
        Files.writeString(file(), "broken \\u12 escape");
        try (DraftStore store = open()) {
            assertThat(store.draft(CHAT, "lobby")).isEmpty();
            store.keep(CHAT, "lobby", TEXT);
        }
        try (DraftStore store = open()) {
            assertThat(store.draft(CHAT, "lobby")).isEqualTo(TEXT);
        }
    }
}
