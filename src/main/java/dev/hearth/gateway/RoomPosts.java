package dev.hearth.gateway;

import dev.hearth.gateway.ProgramTokens.Program;
import dev.hearth.host.ChatHost;
import dev.hearth.host.ChatHost.Receipt;
import dev.hearth.host.HostState;
import dev.hearth.host.Submission;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Limits;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.Answers;
import dev.hearth.socketio.http.HttpRequest;
import dev.hearth.socketio.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/// `POST /rooms/NAME/messages`: a program says something in a public room (wire.md). Answered once
/// the log has it. On virtual threads.
final class RoomPosts {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String SCHEME = "bearer ";
    private static final String IDEMPOTENCY_KEY = "idempotency-key";

    /// Who writes where.
    private record Place(RoomId room, Person program) {}

    private final ChatHost host;
    private final RateLimiters paces;
    private final ProgramTokens tokens;

    RoomPosts(ChatHost host, RateLimiters paces, ProgramTokens tokens) {
        this.host = host;
        this.paces = paces;
        this.tokens = tokens;
    }

    HttpResponse answer(HttpRequest request, String name) {
        if (!request.method().equals("POST")) {
            return HttpAnswers.notAllowed("POST");
        }
        try {
            Optional<Program> program = token(request).flatMap(tokens::use);
            return program.isPresent() ? post(request, name, program.get()) : unauthorised();
        } catch (PostedText.UnknownType _) {
            return HttpAnswers.refused(
                    415,
                    HttpAnswers.refusal(
                            ErrorCode.MALFORMED,
                            "Say with the header Content-Type what this is: application/json for"
                                    + " {\"text\": \"Hello\"}, or text/plain."),
                    Map.of("accept-post", "application/json, text/plain"));
        } catch (HearthException | CompletionException e) {
            return HttpAnswers.refused(ErrorAnswers.of(e));
        }
    }

    private static Optional<String> token(HttpRequest request) {
        String said = request.headers().getOrDefault("authorization", "");
        return said.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? Optional.of(said.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private static HttpResponse unauthorised() {
        return HttpAnswers.refused(
                401,
                HttpAnswers.refusal(
                        ErrorCode.FORBIDDEN,
                        "This needs the header “Authorization: Bearer TOKEN” with a token of this"
                                + " chat that was not taken back. Its owner makes one."),
                Map.of("www-authenticate", "Bearer realm=\"hearth\""));
    }

    private HttpResponse post(HttpRequest request, String name, Program program)
            throws PostedText.UnknownType {
        String text = PostedText.of(request);
        Optional<String> key = key(request);
        Place place = host.call(state -> place(state, name, program)).join();
        Asker asker = new Asker(place.program(), Origins.of(request), Instant.EPOCH);
        Duration wait = paces.admit(asker, text.getBytes(StandardCharsets.UTF_8).length);
        if (!wait.isZero()) {
            return HttpAnswers.refused(ErrorAnswers.tooFast(wait));
        }
        Submission post = host.programPost(place.program().id(), place.room(), text, key);
        return stored(host.submit(place.program(), post, PATIENCE).join());
    }

    private static Place place(HostState state, String name, Program program) {
        RoomId room = state.rooms().named(name).orElseThrow(() -> RoomSite.noRoom(name));
        return new Place(room, state.people().program(program.id(), program.name()));
    }

    private static Optional<String> key(HttpRequest request) {
        Optional<String> key = Optional.ofNullable(request.headers().get(IDEMPOTENCY_KEY));
        if (key.filter(it -> it.isBlank() || it.length() > Limits.REFERENCE_CHARACTERS.value())
                .isPresent()) {
            throw new HearthException(
                    ErrorCode.MALFORMED,
                    "An Idempotency-Key has 1 to "
                            + Limits.REFERENCE_CHARACTERS.value()
                            + " characters.");
        }
        return key;
    }

    private static HttpResponse stored(Receipt receipt) {
        Map<String, Object> answer = Answers.ok();
        answer.put("room", receipt.entry().room().value());
        answer.put("seq", receipt.entry().seq());
        answer.put("id", receipt.entry().id().value());
        return HttpAnswers.json(receipt.repeated() ? 200 : 201, answer);
    }
}
