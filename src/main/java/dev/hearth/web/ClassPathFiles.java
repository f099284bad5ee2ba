package dev.hearth.web;

import dev.hearth.socketio.http.HttpRequest;
import dev.hearth.socketio.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Files that came with the program, read once and kept. Thread-safe.
final class ClassPathFiles {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");

    /// Scripts, styles and connections only from where the page came from: a message can never
    /// bring its own. Where the browser has Trusted Types, no text can become a script or an
    /// element at all.
    private static final String POLICY =
            "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'; trusted-types 'none'";

    /// A name that the build made of the content: it never stands for another one.
    private static final Pattern LASTING = Pattern.compile("[a-z]+-[A-Za-z0-9_-]{8}\\.(js|css)");

    private static final Pattern WEIGHT_0 = Pattern.compile(".*;\\s*q=0(\\.0*)?\\s*");

    /// @param tag different ones for what is packed and what is not (RFC 9110, 8.8.3.3)
    private record Body(ByteBuffer bytes, String tag) {}

    /// @param packed the same, compressed; empty where that gains nothing
    private record Stored(Body plain, Optional<Body> packed) {}

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
        Map<String, String> headers = new HashMap<>();
        headers.put("content-type", MediaTypes.of(name));
        Optional<Body> packed = stored.packed().filter(_ -> takesGzip(request));
        Body body = packed.orElse(stored.plain());
        boolean lasts = LASTING.matcher(name).matches();
        headers.put("cache-control", lasts ? "max-age=31536000, immutable" : "no-cache");
        headers.put("etag", body.tag());
        headers.put("vary", "accept-encoding");
        headers.put("x-content-type-options", "nosniff");
        headers.put("referrer-policy", "no-referrer");
        headers.put("content-security-policy", POLICY);
        if (body.tag().equals(request.headers().get("if-none-match"))) {
            return new HttpResponse(304, headers, new HttpResponse.Bytes(ByteBuffer.allocate(0)));
        }
        if (packed.isPresent()) {
            headers.put("content-encoding", "gzip");
        }
        return new HttpResponse(200, headers, new HttpResponse.Bytes(body.bytes().duplicate()));
    }

    private static boolean takesGzip(HttpRequest request) {
        return Stream.of(request.headers().getOrDefault("accept-encoding", "").split(","))
                .filter(each -> !WEIGHT_0.matcher(each).matches())
                .map(each -> each.split(";", 2)[0].strip())
                .anyMatch("gzip"::equalsIgnoreCase);
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
            String tag = HexFormat.of().toHexDigits(sum.getValue());
            return new Stored(body(bytes, tag), packed(bytes, tag));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Body body(byte[] bytes, String tag) {
        return new Body(ByteBuffer.wrap(bytes).asReadOnlyBuffer(), '"' + tag + '"');
    }

    private static Optional<Body> packed(byte[] bytes, String tag) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.size() < bytes.length
                ? Optional.of(body(packed.toByteArray(), tag + "-gzip"))
                : Optional.empty();
    }
}
