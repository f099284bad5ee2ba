package dev.hearth.web;

import dev.hearth.socketio.http.HttpRequest;
import dev.hearth.socketio.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Files that came with the program, read once and kept. Thread-safe.
final class ClassPathFiles {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");

    /// Scripts, styles and connections only from where the page came from: a message can never
    /// bring its own.
    private static final String POLICY =
            "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private record Stored(ByteBuffer bytes, String tag) {}

    private final String base;
    private final Map<String, Stored> files = new ConcurrentHashMap<>();

    ClassPathFiles(String base) {
        this.base = base;
    }

    HttpResponse answer(String name, HttpRequest request) {
        Optional<Stored> file =
                NAME.matcher(name).matches()
                        ? Optional.ofNullable(files.computeIfAbsent(name, this::read))
                        : Optional.empty();
        return file.map(stored -> answer(name, stored, request))
                .orElseGet(() -> Site.missing(request.path()));
    }

    private static HttpResponse answer(String name, Stored stored, HttpRequest request) {
        Map<String, String> headers =
                Map.of(
                        "content-type",
                        MediaTypes.of(name),
                        "cache-control",
                        "no-cache",
                        "etag",
                        stored.tag(),
                        "x-content-type-options",
                        "nosniff",
                        "referrer-policy",
                        "no-referrer",
                        "content-security-policy",
                        POLICY);
        boolean same = stored.tag().equals(request.headers().get("if-none-match"));
        return same
                ? new HttpResponse(304, headers, new HttpResponse.Bytes(ByteBuffer.allocate(0)))
                : new HttpResponse(
                        200, headers, new HttpResponse.Bytes(stored.bytes().duplicate()));
    }

    /// Missing files are not remembered: there is no end of names that do not exist.
    private @Nullable Stored read(String name) {
        try (InputStream in = ClassPathFiles.class.getResourceAsStream(base + name)) {
            if (in == null) {
                return null;
            }
            byte[] bytes = in.readAllBytes();
            CRC32C sum = new CRC32C();
            sum.update(bytes);
            String tag = '"' + HexFormat.of().toHexDigits(sum.getValue()) + '"';
            return new Stored(ByteBuffer.wrap(bytes).asReadOnlyBuffer(), tag);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
