package dev.hearth.socketio.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.DefaultFileRegion;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes the HTTP requests of a connection one at a time: the next is decoded when the answer to
/// the former has been written, so that answers keep the order of pipelined requests, none piles up
/// and a connection stays open for more. Passes an [Exchange] on for each.
final class HttpPipelining extends ChannelInboundHandlerAdapter {
    private final RequestDecoder decoder;
    private final RequestClock clock;
    private final Counters counters;
    private final Account account;
    private final Front front;
    private @Nullable Exchange current;
    private @Nullable ChannelHandlerContext context;

    HttpPipelining(
            RequestDecoder decoder,
            RequestClock clock,
            Counters counters,
            Account account,
            Front front) {
        this.decoder = decoder;
        this.clock = clock;
        this.counters = counters;
        this.account = account;
        this.front = front;
    }

    Front front() {
        return front;
    }

    /// What its connection makes the server keep.
    Account account() {
        return account;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof RequestAssembler.Request request)) {
            ctx.fireChannelRead(message);
            return;
        }
        decoder.hold();
        clock.complete();
        HttpRequest head = request.head();
        Exchange exchange;
        try {
            if (head.decoderResult().isFailure()) {
                throw new IllegalArgumentException("malformed request");
            }
            exchange = new Exchange(this, ctx.channel(), head, request.body());
        } catch (IllegalArgumentException e) {
            counters.refuse("malformed request");
            account.give(request.body().length);
            DefaultFullHttpResponse response = response(HttpResponseStatus.BAD_REQUEST);
            response.headers().set(HttpHeaderNames.CONNECTION, "close");
            HttpUtil.setContentLength(response, 0);
            ChannelFuture written = ctx.writeAndFlush(response);
            watch(ctx, written);
            written.addListener(f -> Channels.close(ctx));
            return;
        }
        current = exchange;
        ctx.fireChannelRead(exchange);
    }

    private static DefaultFullHttpResponse response(HttpResponseStatus status) {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
    }

    /// Any thread.
    void answer(
            Exchange exchange,
            int status,
            Map<String, String> headers,
            ByteBuf content,
            Exchange.Sent sent) {
        onLoop(
                () -> {
                    ChannelHandlerContext ctx = context;
                    if (current != exchange || ctx == null || !ctx.channel().isActive()) {
                        content.release();
                        sent.sent(false);
                        return;
                    }
                    boolean head = HttpMethod.HEAD.equals(exchange.request().method());
                    int length = content.readableBytes();
                    if (head) {
                        content.release();
                    }
                    DefaultFullHttpResponse response =
                            new DefaultFullHttpResponse(
                                    HttpVersion.HTTP_1_1,
                                    HttpResponseStatus.valueOf(status),
                                    head ? Unpooled.EMPTY_BUFFER : content);
                    describe(response, exchange, headers, length);
                    counters.flushes().increment();
                    finish(ctx, exchange, ctx.writeAndFlush(response), sent);
                });
    }

    /// Begins an answer that goes on. Any thread.
    void stream(Exchange exchange, int status, Map<String, String> headers, ChunkedStream stream) {
        onLoop(
                () -> {
                    ChannelHandlerContext ctx = context;
                    if (current != exchange || ctx == null || !ctx.channel().isActive()) {
                        stream.gone();
                        return;
                    }
                    HttpResponse response =
                            new DefaultHttpResponse(
                                    HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
                    describe(response, exchange, headers);
                    boolean chunked = exchange.request().protocolVersion().isKeepAliveDefault();
                    if (chunked) {
                        HttpUtil.setTransferEncodingChunked(response, true);
                    } else {
                        response.headers().set(HttpHeaderNames.CONNECTION, "close");
                    }
                    Channels.flush(ctx, response);
                    clock.streaming(ctx, stream::quiet);
                    stream.begin(ctx, () -> endStream(ctx, exchange, chunked));
                });
    }

    /// @param chunked whether the client sees an end without the connection being closed
    private void endStream(ChannelHandlerContext ctx, Exchange exchange, boolean chunked) {
        ChannelFuture last = ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
        finish(ctx, exchange, last, Exchange.Sent.UNHEARD);
        if (!chunked) {
            last.addListener(_ -> Channels.close(ctx));
        }
    }

    /// Any thread that may block: opens the file.
    void answerFile(Exchange exchange, int status, Map<String, String> headers, Path file)
            throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString()); // a folder could be opened too
        }
        FileChannel bytes = FileChannel.open(file, StandardOpenOption.READ);
        long length = size(bytes);
        onLoop(
                () -> {
                    ChannelHandlerContext ctx = context;
                    DefaultFileRegion region = new DefaultFileRegion(bytes, 0, length);
                    if (current != exchange || ctx == null || !ctx.channel().isActive()) {
                        region.release();
                        return;
                    }
                    HttpResponse response =
                            new DefaultHttpResponse(
                                    HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
                    describe(response, exchange, headers, length);
                    Channels.write(ctx, response);
                    if (HttpMethod.HEAD.equals(exchange.request().method())) {
                        region.release();
                    } else {
                        Channels.write(ctx, region);
                    }
                    counters.flushes().increment();
                    finish(
                            ctx,
                            exchange,
                            ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT),
                            Exchange.Sent.UNHEARD);
                });
    }

    private static long size(FileChannel bytes) throws IOException {
        try {
            return bytes.size();
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private void onLoop(Runnable task) {
        ChannelHandlerContext ctx = context;
        if (ctx == null || ctx.executor().inEventLoop()) {
            task.run();
        } else {
            ctx.executor().execute(task);
        }
    }

    private static void describe(
            HttpResponse response, Exchange exchange, Map<String, String> headers, long length) {
        describe(response, exchange, headers);
        int status = response.status().code();
        if (status != 204 && status != 304) {
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, length);
        }
    }

    private static void describe(
            HttpResponse response, Exchange exchange, Map<String, String> headers) {
        headers.forEach(response.headers()::set);
        Cors.describe(response.headers(), exchange.origin());
        response.headers()
                .set(
                        HttpHeaderNames.DATE,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                ZonedDateTime.now(ZoneOffset.UTC)));
        HttpUtil.setKeepAlive(response, HttpUtil.isKeepAlive(exchange.request()));
    }

    private void finish(
            ChannelHandlerContext ctx,
            Exchange exchange,
            ChannelFuture written,
            Exchange.Sent sent) {
        boolean keepAlive = HttpUtil.isKeepAlive(exchange.request());
        current = null;
        account.give(exchange.body().length);
        watch(ctx, written);
        written.addListener(
                f -> {
                    sent.sent(f.isSuccess());
                    if (keepAlive && f.isSuccess()) {
                        clock.answered(ctx);
                        decoder.release();
                    } else {
                        Channels.close(ctx);
                    }
                });
    }

    private void watch(ChannelHandlerContext ctx, ChannelFuture written) {
        if (!written.isDone()) {
            clock.writing(ctx);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        Exchange exchange = current;
        current = null;
        if (exchange != null) {
            exchange.abort();
        }
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        Channels.close(ctx); // a reset connection, most often
    }
}
