package dev.hearth.app;

import dev.hearth.cli.TokenRequest;
import dev.hearth.lan.ServerAddress;
import dev.hearth.model.SafeText;
import dev.hearth.settings.DataFolder;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// `hearth token`: who may post into the chat of a data folder, also while it is hosted. A token is
/// all that goes to standard output, for scripts; what to do with it is said beside that.
final class TokenRun {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final TokenRequest request;
    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    TokenRun(TokenRequest request, PrintStream out, PrintStream err, Clock clock) {
        this.request = request;
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /// @throws dev.hearth.model.HearthException BAD_NAME, DATA_NOT_WRITABLE
    void run() {
        TokenFile tokens = TokenFile.in(DataFolder.open(request.data()).subfolder("host"), clock);
        if (request.name().isEmpty()) {
            list(tokens.list());
        } else if (request.revoke()) {
            tokens.revoke(request.name().get());
            err.println("“%s” can write no more.".formatted(SafeText.line(request.name().get())));
        } else {
            made(tokens.add(request.name().get()));
        }
    }

    private void made(String token) {
        out.println(token);
        err.println(
                """
                This token is shown once. Whoever has it can write in the public rooms of this chat:
                curl -H "Authorization: Bearer %s" -H "Content-Type: text/plain" -d "Hello" http://localhost:%d/rooms/lobby/messages"""
                        .formatted(token, ServerAddress.DEFAULT_PORT));
    }

    private void list(List<ProgramToken> tokens) {
        if (tokens.isEmpty()) {
            err.println("No program has a token. “hearth token NAME” makes one.");
        }
        for (ProgramToken each : tokens) {
            out.println(
                    "%s\tmade %s\t%s"
                            .formatted(
                                    SafeText.line(each.name()),
                                    words(each.since()),
                                    each.used()
                                            .map(at -> "last used " + words(at))
                                            .orElse("never used")));
        }
    }

    private String words(Instant at) {
        return TIME.withZone(clock.getZone()).format(at);
    }
}
