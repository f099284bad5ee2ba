package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The programs stand for browsers: one that opens, one that finds nothing, and none at all.
@EnabledOnOs({OS.LINUX, OS.MAC})
final class SystemBrowserTest {
    private static boolean opens(String... command) throws Exception {
        return new SystemBrowser(List.of(command))
                .open("https://a.example/x")
                .handle((opened, error) -> error == null && opened)
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @Test
    void saysWhetherAProgramOpenedTheAddress() throws Exception {
        assertThat(opens("true")).isTrue();
        assertThat(opens("false")).isFalse();
        assertThat(opens("there-is-no-such-program")).isFalse();
        assertThat(opens("sh", "-c", "test \"$0\" = https://a.example/x")).isTrue();
    }
}
