package dev.hearth.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.socketio.http.HttpRequest;
import dev.hearth.socketio.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SiteTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"socket.io.js", "socket.io.min.js", "socket.io.esm.min.js"})
    void servesTheOfficialClient(String name) throws IOException {
        HttpResponse answer = new Site(Optional.empty()).handle(get("/socket.io/" + name));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("content-type", "text/javascript; charset=utf-8");
        assertThat(text(answer)).startsWith("/*!\n * Socket.IO v4.");
    }

    @Test
    void servesAPlainPageAndItsParts() throws IOException {
        Site site = new Site(Optional.empty());
        assertThat(text(site.handle(get("/")))).contains("<title>Hearth</title>");
        assertThat(site.handle(get("/page.webmanifest")).status()).isEqualTo(200);
        assertThat(site.handle(get(part(site, "css"))).headers().get("content-type"))
                .startsWith("text/css");
        assertThat(site.handle(get(part(site, "js"))).headers().get("content-type"))
                .startsWith("text/javascript");
        assertThat(site.handle(get("/healthz")).status()).isEqualTo(200);
        assertThat(site.handle(get("/package.json")).status()).isEqualTo(404);
    }

    /// The page works wherever it lies: it names its parts, whose names change with their content,
    /// beside itself.
    private static String part(Site site, String ending) throws IOException {
        Matcher named =
                Pattern.compile("\"\\./(index-[\\w-]+\\." + ending + ")\"")
                        .matcher(text(site.handle(get("/"))));
        assertThat(named.find()).isTrue();
        return "/" + named.group(1);
    }

    @Test
    void aBrowserThatUnpacksGetsThePagePacked() throws IOException {
        Site site = new Site(Optional.empty());
        String script = part(site, "js");
        HttpResponse whole = site.handle(get(script));
        HttpResponse packed =
                site.handle(question("GET", script, Map.of("accept-encoding", "gzip, br")));
        assertThat(whole.headers()).doesNotContainKey("content-encoding");
        assertThat(packed.headers()).containsEntry("content-encoding", "gzip");
        byte[] bytes = new byte[((HttpResponse.Bytes) packed.body()).bytes().remaining()];
        ((HttpResponse.Bytes) packed.body()).bytes().get(bytes);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(text(whole));
        }
        assertThat(bytes.length).isLessThan(80_000);
        assertThat(packed.headers().get("etag")).isNotEqualTo(whole.headers().get("etag"));
        assertThat(packed.headers().get("cache-control")).contains("immutable");
        HttpResponse refused =
                site.handle(question("GET", script, Map.of("accept-encoding", "gzip;q=0, br")));
        assertThat(refused.headers()).doesNotContainKey("content-encoding");
    }

    @Test
    void anUnchangedFileIsNotSentAgain() throws IOException {
        Site site = new Site(Optional.empty());
        String tag = site.handle(get("/")).headers().get("etag");
        HttpRequest again = question("GET", "/", Map.of("if-none-match", String.valueOf(tag)));
        assertThat(site.handle(again).status()).isEqualTo(304);
    }

    @Test
    void servesAFolderInPlaceOfThePage() throws IOException {
        Files.writeString(folder.resolve("index.html"), "<p>mine</p>");
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/index.html"), "<p>sub</p>");
        Files.writeString(folder.resolve("sub/a b.css"), "p {}");
        Site site = new Site(Optional.of(folder));
        assertThat(text(site.handle(get("/")))).isEqualTo("<p>mine</p>");
        assertThat(text(site.handle(get("/sub/")))).isEqualTo("<p>sub</p>");
        HttpResponse bare = site.handle(get("/sub"));
        assertThat(bare.status()).isEqualTo(302);
        assertThat(bare.headers()).containsEntry("location", "./sub/");
        assertThat(text(site.handle(get("/sub/a b.css")))).isEqualTo("p {}");
        assertThat(site.handle(get("/page.webmanifest")).status()).isEqualTo(404);
        assertThat(site.handle(get("/socket.io/socket.io.js")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt", "/sub/../../secret.txt", "/.git/config", "//etc/passwd",
                        "/..\\secret.txt",
                "/link/secret.txt", "/link.txt", "/nothing", "/a\u0000b", "/sub"
            })
    void servesNothingElse(String path) throws IOException {
        Path root = folder.resolve("root");
        Files.createDirectories(root.resolve("sub"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.createDirectories(root.resolve(".git"));
        Files.writeString(root.resolve(".git/config"), "secret");
        Files.createSymbolicLink(root.resolve("link"), folder);
        Files.createSymbolicLink(root.resolve("link.txt"), folder.resolve("secret.txt"));
        assertThat(new Site(Optional.of(root)).handle(get(path)).status()).isEqualTo(404);
    }

    @Test
    void saysThatAFolderIsMissing() {
        assertThatThrownBy(() -> new Site(Optional.of(folder.resolve("nowhere"))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void onlyReads() throws IOException {
        HttpResponse answer = new Site(Optional.empty()).handle(question("POST", "/", Map.of()));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("allow", "GET, HEAD");
    }

    private static HttpRequest get(String path) {
        return question("GET", path, Map.of());
    }

    private static HttpRequest question(String method, String path, Map<String, String> headers) {
        return new HttpRequest(
                method,
                path,
                Map.of(),
                headers,
                InetSocketAddress.createUnresolved("localhost", 1),
                null,
                ByteBuffer.allocate(0));
    }

    private static String text(HttpResponse answer) throws IOException {
        return switch (answer.body()) {
            case HttpResponse.Bytes(ByteBuffer bytes) ->
                    StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
            case HttpResponse.FileBody(Path file) -> Files.readString(file);
            case HttpResponse.Streamed _ -> throw new AssertionError("nothing here goes on");
        };
    }
}
