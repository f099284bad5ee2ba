package dev.hearth.gateway;

import dev.hearth.model.ErrorCode;
import dev.hearth.protocol.Refusal;
import dev.hearth.socketio.Json;
import dev.hearth.socketio.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// What programs are answered over HTTP: JSON, as `/hearth` acknowledges. Stateless.
final class HttpAnswers {
    private HttpAnswers() {}

    static HttpResponse json(int status, Map<String, ?> body) {
        return json(status, body, Map.of());
    }

    /// @param more headers
    static HttpResponse json(int status, Map<String, ?> body, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("content-type", "application/json");
        headers.put("cache-control", "no-store");
        return new HttpResponse(
                status,
                headers,
                new HttpResponse.Bytes(StandardCharsets.UTF_8.encode(Json.text(body) + "\n")));
    }

    static HttpResponse refused(Refusal refusal) {
        return refused(status(refusal.code()), refusal, Map.of());
    }

    static HttpResponse refused(ErrorCode code, String sentence) {
        return refused(new Refusal(code, sentence, code.retryAfter()));
    }

    static HttpResponse refused(int status, Refusal refusal, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        refusal.retryAfter()
                .map(HttpAnswers::seconds)
                .ifPresent(it -> headers.put("retry-after", it));
        return json(status, ErrorAnswers.answer(refusal), headers);
    }

    static HttpResponse notAllowed(String methods) {
        return refused(
                405,
                refusal(ErrorCode.UNSUPPORTED, "This address takes " + methods + " only."),
                Map.of("allow", methods));
    }

    static Refusal refusal(ErrorCode code, String sentence) {
        return new Refusal(code, sentence, code.retryAfter());
    }

    /// Whole seconds, rounded up: who comes too early is refused again.
    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case NO_ROOM, NO_MESSAGE, NO_PERSON, NO_FILE -> 404;
            case FORBIDDEN, MUTED, BANNED -> 403;
            case TOO_LONG -> 413;
            case RATE -> 429;
            case CONFLICT, NAME_TAKEN -> 409;
            case BUSY, STORAGE, CLOSED -> 503;
            default -> 400;
        };
    }
}
