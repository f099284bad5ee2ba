package dev.hearth.client.link;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// The page that a plain server serves to people, and its scripts: read once, bounded in bytes,
/// time and number, from the same origin only, and never run. Confined to its thread.
public final class ChatPage {
    /// Somebody may be waiting for a message to go out.
    static final Duration LIMIT = Duration.ofMillis(1_500);

    static final int MOST_SCRIPTS = 8;
    static final int MOST_BYTES = 2_000_000;
    private static final int MOST_REDIRECTS = 3;
    private static final int LONGEST_TAG = 2_000;
    private static final Pattern SOURCE =
            Pattern.compile("\\bsrc\\s{0,9}=\\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\\s>\"']+))");

    private final OkHttpClient client;
    private final long deadline = System.nanoTime() + LIMIT.toNanos();
    private int bytes = MOST_BYTES;
    private PageWords found = PageWords.NOTHING;

    private ChatPage(OkHttpClient client) {
        this.client = client;
    }

    /// [#read] on a thread of its own.
    ///
    /// @param then gets what was found, on that thread
    public static void ask(URI server, Consumer<PageWords> then) {
        Thread.ofPlatform().daemon().name("hearth page").start(() -> then.accept(read(server)));
    }

    /// What the page says; nothing when there is none. Blocks for about [#LIMIT] at most.
    static PageWords read(URI server) {
        LinkHttp http = new LinkHttp(server);
        ChatPage page = new ChatPage(http.client());
        try {
            page.find(Endpoint.of(server).url("/"));
        } catch (IOException | IllegalArgumentException _) {
            // What was read before counts.
        } finally {
            http.close();
        }
        return page.found;
    }

    /// Reads no further script once it is known how a message is sent.
    private void find(String url) throws IOException {
        Text page = get(new Request.Builder().url(url).build().url());
        found = words(page.text());
        for (HttpUrl script : scripts(page)) {
            if (found.arguments().isEmpty()) {
                found = found.and(words(get(script).text()));
            }
        }
    }

    private static PageWords words(String code) {
        return new PageWords(PageEvents.sent(code), PageEvents.heard(code), PageEmit.in(code));
    }

    /// @param from where it was found after redirects
    private record Text(HttpUrl from, String text) {}

    private Text get(HttpUrl url) throws IOException {
        HttpUrl at = url;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            try (Response response = call(at)) {
                String location = response.header("Location");
                if (response.isSuccessful()) {
                    String text = response.peekBody(bytes).string();
                    bytes -= Math.min(bytes, text.length());
                    return new Text(at, text);
                }
                HttpUrl next = location == null ? null : at.resolve(location);
                if (!response.isRedirect() || next == null || !isSameOrigin(url, next)) {
                    return new Text(at, "");
                }
                at = next;
            }
        }
        return new Text(at, "");
    }

    private Response call(HttpUrl url) throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new IOException("no time left");
        }
        return client.newBuilder()
                .callTimeout(left, TimeUnit.MILLISECONDS)
                .build()
                .newCall(new Request.Builder().url(url).header("Accept", "text/html,*/*").build())
                .execute();
    }

    private static boolean isSameOrigin(HttpUrl one, HttpUrl other) {
        return one.scheme().equals(other.scheme())
                && one.host().equals(other.host())
                && one.port() == other.port();
    }

    private static List<HttpUrl> scripts(Text page) {
        List<HttpUrl> all = new ArrayList<>();
        String text = page.text();
        String lower = text.toLowerCase(Locale.ROOT);
        int tag = lower.indexOf("<script");
        while (tag >= 0 && all.size() < MOST_SCRIPTS) {
            int end = lower.indexOf('>', tag);
            if (end < 0) {
                return all;
            }
            String inside = text.substring(tag, Math.min(end, tag + LONGEST_TAG));
            HttpUrl script = source(page.from(), inside);
            if (script != null && isSameOrigin(page.from(), script) && !isClient(script)) {
                all.add(script);
            }
            tag = lower.indexOf("<script", end);
        }
        return all;
    }

    private static @Nullable HttpUrl source(HttpUrl page, String tag) {
        Matcher source = SOURCE.matcher(tag);
        if (!source.find()) {
            return null;
        }
        String quoted = source.group(1) != null ? source.group(1) : source.group(2);
        return page.resolve(quoted != null ? quoted : source.group(3));
    }

    /// The library itself sends nothing.
    private static boolean isClient(HttpUrl script) {
        return script.encodedPath().contains("/socket.io");
    }
}
