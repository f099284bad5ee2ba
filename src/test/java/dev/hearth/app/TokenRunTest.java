package dev.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.cli.TokenRequest;
import dev.hearth.gateway.ProgramTokens.Program;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tokens of programs: their file, and `hearth token`.
final class TokenRunTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-01T12:30:00Z"), ZoneOffset.UTC);

    @TempDir private Path data;

    private final List<String> said = new ArrayList<>();

    private String run(Optional<String> name, boolean revoke) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        new TokenRun(
                        new TokenRequest(name, revoke, Optional.of(data)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        CLOCK)
                .run();
        said.add(err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private String add(String name) {
        return run(Optional.of(name), false);
    }

    /// As the host that runs meanwhile.
    private TokenFile host() {
        return TokenFile.in(data.resolve("host"), CLOCK);
    }

    private static void refused(Runnable asked, String sentence) {
        assertThatThrownBy(asked::run)
                .isInstanceOfSatisfying(
                        HearthException.class,
                        e -> assertThat(e.code()).isEqualTo(LocalTrouble.BAD_NAME))
                .hasMessageContaining(sentence);
    }

    @Test
    void aTokenIsShownOnceAndGoodUntilItIsTakenBack() throws IOException {
        TokenFile host = host();
        assertThat(host.use("anything")).isEmpty();
        assertThat(run(Optional.empty(), false)).isEmpty();
        assertThat(said.getLast()).contains("hearth token NAME");
        String token = add(" Build  bot ");
        assertThat(token).matches("hearth_[0-9a-f]{64}");
        assertThat(said.getLast()).contains("Bearer " + token).contains("/rooms/lobby/messages");
        Path file = data.resolve("host").resolve("program-tokens");
        assertThat(file).content().doesNotContain(token).contains("Build bot");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(run(Optional.empty(), false))
                .isEqualTo("Build bot\tmade 2026-03-01 12:30\tnever used");

        Program program = host.use(token).orElseThrow();
        assertThat(program.name()).isEqualTo("Build bot");
        assertThat(host.list().getFirst().used()).contains(CLOCK.instant());
        assertThat(run(Optional.empty(), false)).endsWith("last used 2026-03-01 12:30");

        run(Optional.of("build bot"), true);
        assertThat(host.use(token)).isEmpty();
        assertThat(run(Optional.empty(), false)).isEmpty();
        // The same name is the same author.
        String next = add("Build bot");
        assertThat(next).isNotEqualTo(token);
        assertThat(host.use(next)).contains(program);
        assertThat(host.use(token)).isEmpty();
    }

    @Test
    void aNameIsOneThatAPersonCouldHaveAndNobodyElsesToken() {
        add("CI");
        refused(() -> add("ci"), "has a token already");
        refused(() -> add("Owner"), "reserved");
        refused(() -> add("a: b"), "colon");
        refused(() -> add(" "), "at least 1 character");
        refused(() -> run(Optional.of("CD"), true), "No token is called “CD”");
    }

    @Test
    void manyAtOnceLoseNone() {
        run(Optional.empty(), false);
        List<String> tokens =
                IntStream.range(0, 12)
                        .mapToObj(n -> CompletableFuture.supplyAsync(() -> host().add("n" + n)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        TokenFile host = host();
        assertThat(tokens).allMatch(token -> host.use(token).isPresent());
        assertThat(host.list()).hasSize(12);
    }

    @Test
    void aLineThatMakesNoSenseCostsNobodyElseTheirs() throws IOException {
        String token = add("CI");
        Path file = data.resolve("host").resolve("program-tokens");
        Files.writeString(file, "damaged\n" + Files.readString(file));
        assertThat(host().use(token)).isPresent();
    }
}
