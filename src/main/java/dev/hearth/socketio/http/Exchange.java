package dev.hearth.socketio.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One HTTP request and the way to answer it, once. Answering works from any thread; the rest
/// belongs to the connection's event loop.
public final class Exchange {
    /// Called on the connection's event loop when the bytes have gone, or never will.
    @FunctionalInterface
    public interface Sent {
        Sent UNHEARD = gone -> {};

        void sent(boolean gone);
    }

    private final HttpPipelining turn;
    private final Channel channel;
    private final HttpRequest request;
    private final String path;
    private final Map<String, List<String>> query;
    private final byte[] body;
    private final AtomicReference<@Nullable Runnable> aborted = new AtomicReference<>();

    /// @throws IllegalArgumentException when the address cannot be decoded
    Exchange(HttpPipelining turn, Channel channel, HttpRequest request, byte[] body) {
        this.turn = turn;
        this.channel = channel;
        this.request = request;
        this.body = body;
        this.path = turn.front().below(new QueryStringDecoder(request.uri()).path());
        this.query = QueryString.of(request.uri());
    }

    public Channel channel() {
        return channel;
    }

    public HttpRequest request() {
        return request;
    }

    public String method() {
        return request.method().name();
    }

    public boolean isGet() {
        return HttpMethod.GET.equals(request.method());
    }

    public String path() {
        return path;
    }

    /// Whether it asks for the path of a proxy without the slash behind it.
    boolean isBare() {
        return turn.front().isBare(path);
    }

    public Map<String, List<String>> query() {
        return query;
    }

    public @Nullable String parameter(String name) {
        List<String> values = query.get(name);
        return values == null ? null : values.getFirst();
    }

    public byte[] body() {
        return body;
    }

    public @Nullable String header(CharSequence name) {
        return request.headers().get(name);
    }

    @Nullable String origin() {
        return header(HttpHeaderNames.ORIGIN);
    }

    public boolean isWebSocket() {
        HttpHeaders headers = request.headers();
        return headers.containsValue(HttpHeaderNames.CONNECTION, "upgrade", true)
                && headers.containsValue(HttpHeaderNames.UPGRADE, "websocket", true);
    }

    /// Names in lower case, the last value where one repeats.
    public Map<String, String> headers() {
        Map<String, String> map = new LinkedHashMap<>();
        request.headers().forEach(h -> map.put(h.getKey().toLowerCase(Locale.ROOT), h.getValue()));
        return map;
    }

    /// Whom it counts for; null for nobody.
    public java.net.@Nullable InetAddress client() {
        return turn.front().clients().of(remote(), request.headers());
    }

    /// What its connection makes the server keep.
    public Account account() {
        return turn.account();
    }

    public InetSocketAddress remote() {
        return address(channel.remoteAddress());
    }

    public InetSocketAddress local() {
        return address(channel.localAddress());
    }

    private static InetSocketAddress address(java.net.@Nullable SocketAddress address) {
        return address instanceof InetSocketAddress inet ? inet : new InetSocketAddress(0);
    }

    /// Calls back once, on the connection's event loop or at once, when the client goes away before
    /// the answer. Any thread.
    public void onAbort(Runnable task) {
        aborted.set(task);
        if (!channel.isActive()) {
            abort();
        }
    }

    void abort() {
        Runnable task = aborted.getAndSet(null);
        if (task != null) {
            task.run();
        }
    }

    public void answer(int status, String type, ByteBuf content) {
        answer(
                status,
                Map.of("content-type", type, "cache-control", "no-store"),
                content,
                Sent.UNHEARD);
    }

    public void answer(int status, String type, String content) {
        answer(status, type, Unpooled.copiedBuffer(content, StandardCharsets.UTF_8));
    }

    public void refuse(Refusal refusal) {
        answer(refusal.status(), "application/json", refusal.json());
    }

    public void answer(int status, Map<String, String> headers, ByteBuf content, Sent sent) {
        turn.answer(this, status, headers, content, sent);
    }

    void stream(int status, Map<String, String> headers, ChunkedStream stream) {
        turn.stream(this, status, headers, stream);
    }

    void answerFile(int status, Map<String, String> headers, java.nio.file.Path file)
            throws java.io.IOException {
        turn.answerFile(this, status, headers, file);
    }
}
