package dev.hearth.client.link;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/// Bounds what a server can make one [Link] hold in memory: how much comes at once, after it was
/// decompressed, and how much has come that the chat has not dealt with. While there is too much of
/// that nothing more is read, which the server feels in time. Thread-safe.
final class LinkBounds {
    /// Characters of WebSocket messages that wait for the chat.
    private static final long WAITING = 8_000_000;

    private final Consumer<Runnable> afterwards;
    private long waiting;
    private boolean ended;
    private volatile boolean passed;

    /// @param afterwards runs a task when the chat has dealt with all that was handed over before
    LinkBounds(Consumer<Runnable> afterwards) {
        this.afterwards = afterwards;
    }

    /// @param zone by which interface of this computer the server is reached; empty: by any
    void apply(OkHttpClient.Builder builder, String zone) {
        builder.socketFactory(zone.isEmpty() ? ByteBound.SOCKETS : new ZoneSockets(zone))
                // Streams of HTTP/2 are read on a thread of their own, which ByteBound cannot tell
                // from others.
                .protocols(List.of(Protocol.HTTP_1_1))
                .addInterceptor(this::bounded);
    }

    /// Whether the server sent more at once than any does.
    boolean arePassed() {
        return passed;
    }

    private Response bounded(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        if ("polling".equals(request.url().queryParameter("transport"))
                && "GET".equals(request.method())) {
            awaitChat();
        }
        try {
            // A message that grows a thousandfold when it is inflated has no bound.
            Response response =
                    chain.proceed(
                            request.newBuilder().removeHeader("Sec-WebSocket-Extensions").build());
            ByteBound.beginAnew();
            ResponseBody body = response.body();
            if (body == null || response.code() == 101) {
                return response;
            }
            Source counted = new Counted(body.source());
            return response.newBuilder()
                    .body(
                            ResponseBody.create(
                                    Okio.buffer(counted), body.contentType(), body.contentLength()))
                    .build();
        } catch (ByteBound.Passed e) {
            passed = true;
            throw e;
        }
    }

    /// The next poll begins when the chat has dealt with the one before.
    private void awaitChat() {
        CountDownLatch done = new CountDownLatch(1);
        afterwards.accept(done::countDown);
        try {
            while (!isEnded() && !done.await(100, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                // Looks whether the link has ended meanwhile.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A WebSocket message has been read: waits until there is room for it.
    synchronized void take(int characters) {
        ByteBound.beginAnew();
        try {
            while (!ended && waiting > 0 && waiting + characters > WAITING) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        waiting += characters;
    }

    /// It has been handed over.
    void handedOver(int characters) {
        afterwards.accept(() -> give(characters));
    }

    private synchronized void give(int characters) {
        waiting -= characters;
        notifyAll();
    }

    /// A WebSocket broke.
    void broken(Throwable why) {
        passed |= why instanceof ByteBound.Passed;
    }

    private synchronized boolean isEnded() {
        return ended;
    }

    /// Nobody wants to read any more: those who wait go on.
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    private final class Counted extends ForwardingSource {
        private long count;

        Counted(Source source) {
            super(source);
        }

        @Override
        public long read(Buffer sink, long bytes) throws IOException {
            long read = super.read(sink, bytes);
            count += Math.max(0, read);
            if (count > ByteBound.MOST) {
                passed = true;
                throw new ByteBound.Passed();
            }
            return read;
        }
    }
}
