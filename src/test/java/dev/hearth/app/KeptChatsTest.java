package dev.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.client.JoinedFolders.JoinedFolder;
import dev.hearth.client.MessageArguments;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.settings.DataFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeptChatsTest {
    private static final URI HERE = URI.create("http://127.0.0.1:3000");
    private static final URI THERE = URI.create("http://[::1]:3000");

    @TempDir Path folder;
    private KeptChats chats = new KeptChats(DataFolder.open(Optional.of(Path.of("target"))));

    @BeforeEach
    void open() {
        chats = new KeptChats(DataFolder.open(Optional.of(folder)));
    }

    @Test
    void remembersWhoAnsweredWhere() {
        assertThat(chats.hostAt(HERE)).isEmpty();
        chats.remember(HERE, "abc");
        chats.remember(THERE, "def");
        chats.remember(HERE, "ghi");
        open();
        assertThat(chats.hostAt(HERE)).contains("ghi");
        assertThat(chats.hostAt(THERE)).contains("def");
    }

    @Test
    void remembersWhatAPersonChoseForAServerAndItsPath() {
        URI team = HERE.resolve("/team/");
        chats.rememberArguments(team, Optional.of(MessageArguments.CALLBACK));
        chats.rememberArguments(HERE, Optional.of(MessageArguments.OFFSET));
        chats.remember(HERE, "abc");
        open();
        assertThat(chats.argumentsAt(team)).contains(MessageArguments.CALLBACK);
        assertThat(chats.argumentsAt(HERE)).contains(MessageArguments.OFFSET);
        assertThat(chats.hostAt(team)).isEmpty();
        chats.rememberArguments(team, Optional.empty());
        open();
        assertThat(chats.argumentsAt(team)).isEmpty();
        assertThat(chats.hostAt(HERE)).contains("abc");
    }

    @Test
    void aFolderIsForOneChatAtATime() {
        JoinedFolder first = chats.open("abc").orElseThrow();
        assertThat(first.path()).isEqualTo(folder.resolve("joined").resolve("abc")).exists();
        assertThatThrownBy(() -> chats.open("abc"))
                .isInstanceOfSatisfying(
                        HearthException.class,
                        e -> assertThat(e.code()).isEqualTo(LocalTrouble.DATA_IN_USE));
        assertThat(chats.open("def")).isPresent();
        first.close();
        assertThat(chats.open("abc")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "a\\b", "a b", "a\nb", "ä", "."})
    void anIdThatIsNoFileNameIsNotKept(String id) throws IOException {
        chats.remember(HERE, id);
        assertThat(chats.hostAt(HERE)).isEmpty();
        assertThat(chats.open(id)).isEmpty();
        assertThat(chats.open("x".repeat(65))).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
