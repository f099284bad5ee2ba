package dev.hearth.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.log.Batch;
import dev.hearth.log.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A look at a log from outside, in a folder whose name an address would have to escape.
final class LogGlanceTest {
    private final Path folder;

    LogGlanceTest(@TempDir Path temp) throws IOException {
        folder = Files.createDirectory(temp.resolve("a b?c#d%20ü"));
    }

    private Optional<LogGlance> look() {
        return LogGlance.at(folder, "name");
    }

    private SqliteChatLog open() {
        return SqliteChatLog.open(folder, InstantSource.system(), _ -> {});
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName() + " " + file.toFile().length())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void tellsWhatIsKeptAndLeavesEverythingAsItIs() throws IOException {
        assertThat(look()).isEmpty();
        assertThat(files()).isEmpty();
        try (SqliteChatLog log = open()) {
            log.append(Batch.of(Log.posts(1, 207)));
            log.note("name", "Garden");
        }
        List<String> before = files();
        LogGlance seen = look().orElseThrow();
        assertThat(seen.note()).contains("Garden");
        assertThat(seen.messages()).isEqualTo(207);
        assertThat(files()).isEqualTo(before);
        try (SqliteChatLog log = open()) {
            log.append(Batch.of(Log.posts(208, 208)));
            assertThat(look().orElseThrow().messages())
                    .as("while it is open")
                    .isBetween(207L, 208L);
        }
        assertThat(look().orElseThrow().messages()).isEqualTo(208);
    }

    @Test
    void tellsNothingOfWhatIsNoLog() throws IOException {
        Files.writeString(SqliteChatLog.file(folder), "no database at all".repeat(1_000));
        assertThat(look()).isEmpty();
        Files.write(SqliteChatLog.file(folder), new byte[0]);
        assertThat(look()).isEmpty();
    }
}
