package dev.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.ui.settings.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class LogFilesTest {
    private static final Logger LOG = LoggerFactory.getLogger("dev.hearth.test");

    @TempDir private Path data = Path.of("");

    private static Folders folders(Path data) {
        return new Folders(Optional.of(data), Optional.of(LogFiles.folder(data)));
    }

    @Test
    void keepsWarningsWithTheirDetailsWhileTheWindowIsOpen() throws IOException {
        Path odd = Files.createDirectory(data.resolve("100 % u"));
        Folders folders = folders(odd);
        try (LogFiles _ = LogFiles.in(folders)) {
            LOG.info("not worth keeping");
            LOG.warn("a \u202Eturned text", new IllegalStateException("for \u001B[31m a reason"));
        }
        LOG.warn("after the end");
        try (LogFiles _ = LogFiles.in(folders)) {
            LOG.warn("the next start");
        }
        String log = Files.readString(odd.resolve("logs").resolve("hearth-0.log"));
        assertThat(log.lines().filter(line -> line.contains("WARNING")).toList())
                .hasSize(2)
                .first()
                .asString()
                .contains("dev.hearth.test: a ")
                .doesNotContain("\u202E");
        assertThat(log)
                .contains("IllegalStateException", "at dev.hearth.app.LogFilesTest")
                .doesNotContain("\u001B", "not worth keeping", "after the end");
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsNoEnd() throws IOException {
        Files.writeString(data.resolve("logs"), "no folder");
        try (LogFiles _ = LogFiles.in(folders(data))) {
            LOG.warn("said on standard error only");
        }
        assertThat(data.resolve("logs")).hasContent("no folder");
        try (LogFiles _ = LogFiles.in(Folders.NONE)) {
            LOG.warn("as without a data folder");
        }
    }
}
