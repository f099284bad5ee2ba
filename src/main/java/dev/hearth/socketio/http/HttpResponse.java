package dev.hearth.socketio.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/// What to answer to an [HttpRequest]. Length and date headers are added by the server; a HEAD is
/// answered without body.
public record HttpResponse(int status, Map<String, String> headers, Body body) {
    public sealed interface Body {}

    public record Bytes(ByteBuffer bytes) implements Body {}

    /// Streamed from disk, never read into memory whole.
    public record FileBody(Path file) implements Body {}

    /// Sent bit by bit, for as long as there is something to tell.
    ///
    /// @param beat sent now and then while there is nothing, so that nobody between here and the
    ///   client takes the connection for dead
    /// @param opened is given the stream once the answer has begun
    public record Streamed(ByteBuffer beat, Consumer<ResponseStream> opened) implements Body {}

    public HttpResponse {
        headers = Map.copyOf(headers);
    }

    public static HttpResponse text(int status, String text) {
        return new HttpResponse(
                status,
                Map.of("content-type", "text/plain; charset=utf-8"),
                new Bytes(StandardCharsets.UTF_8.encode(text)));
    }
}
