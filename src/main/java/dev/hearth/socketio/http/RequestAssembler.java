package dev.hearth.socketio.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpExpectationFailedEvent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Puts requests together: looks at the headers first ([BodyRules]), and keeps a body only where it
/// will be read, against the [MemoryBudget]. A request whose body nobody wants is handed on at
/// once, and the body is dropped as it comes. Answers 413 to what is too large, and counts it. One
/// for each connection; confined to its event loop.
final class RequestAssembler extends ChannelInboundHandlerAdapter {
    private static final byte[] EMPTY = {};
    private static final int FIRST_SIZE = 1024;
    private static final byte[] TOO_LARGE =
            new Refusal(413, 3, "Payload too large").json().getBytes(StandardCharsets.UTF_8);

    private final Account account;
    private final BodyRules rules;
    private final HttpPipelining turn;
    private final RequestClock clock;
    private final Counters counters;
    private final RequestWatch watch;

    /// What is being put together; null between requests and while a body is dropped.
    private @Nullable HttpRequest request;

    private byte[] body = EMPTY;
    private int length;
    private int limit;
    private boolean dropping;

    RequestAssembler(
            Account account,
            BodyRules rules,
            HttpPipelining turn,
            RequestClock clock,
            Counters counters,
            RequestWatch watch) {
        this.account = account;
        this.rules = rules;
        this.turn = turn;
        this.clock = clock;
        this.counters = counters;
        this.watch = watch;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest start) {
            begin(ctx, start);
        }
        if (message instanceof HttpContent content) {
            try {
                add(ctx, content);
            } finally {
                ReferenceCountUtil.release(content);
            }
        }
    }

    private void begin(ChannelHandlerContext ctx, HttpRequest start) {
        forget();
        dropping = false;
        if (start.decoderResult().isFailure()) {
            dropping = true;
            ctx.fireChannelRead(new Request(start, EMPTY));
            return;
        }
        boolean hasBody = HttpUtil.isTransferEncodingChunked(start) || contentLength(start) > 0;
        limit = hasBody ? limit(ctx, start) : 0;
        if (contentLength(start) > rules.most() || (limit > 0 && contentLength(start) > limit)) {
            refuseLarge(ctx, start);
            return;
        }
        if (hasBody && limit == 0) {
            handOnBeforeItsBody(ctx, start);
            return;
        }
        watch.begins(start);
        request = start;
        if (hasBody) {
            clock.body(ctx, contentLength(start));
            if (HttpUtil.is100ContinueExpected(start)) {
                Channels.flush(ctx, response(HttpResponseStatus.CONTINUE));
            }
        }
    }

    /// Nobody wants its body, which may take its time: the answer does not wait for it. A client
    /// that asked first whether to send it will not.
    private void handOnBeforeItsBody(ChannelHandlerContext ctx, HttpRequest start) {
        if (HttpUtil.is100ContinueExpected(start)) {
            ctx.pipeline().fireUserEventTriggered(HttpExpectationFailedEvent.INSTANCE);
        }
        dropping = true;
        ctx.fireChannelRead(new Request(start, EMPTY));
    }

    private int limit(ChannelHandlerContext ctx, HttpRequest start) {
        try {
            return rules.limit(new Exchange(turn, ctx.channel(), start, EMPTY));
        } catch (IllegalArgumentException e) {
            return 0; // malformed, and refused as that
        }
    }

    private static long contentLength(HttpMessage message) {
        return HttpUtil.getContentLength(message, 0L);
    }

    private void add(ChannelHandlerContext ctx, HttpContent content) {
        HttpRequest start = request;
        if (start == null) {
            if (dropping) {
                drop(ctx, content);
            }
            return;
        }
        ByteBuf bytes = content.content();
        if (length + bytes.readableBytes() > limit) {
            forget();
            refuseLarge(ctx, start);
            return;
        }
        if (!keep(bytes)) {
            forget();
            Channels.close(ctx); // no memory for it
            return;
        }
        clock.progress();
        if (content.decoderResult().isFailure()) {
            start.setDecoderResult(content.decoderResult());
        }
        if (content instanceof LastHttpContent || content.decoderResult().isFailure()) {
            finish(ctx, start);
        }
    }

    private void drop(ChannelHandlerContext ctx, HttpContent content) {
        if (content.decoderResult().isFailure()) {
            Channels.closeSoon(ctx.channel()); // what follows it cannot be told from its rest
        } else if (content instanceof LastHttpContent) {
            dropping = false;
            clock.dropped(ctx);
        }
    }

    private boolean keep(ByteBuf bytes) {
        int size = bytes.readableBytes();
        if (length + size > body.length) {
            int larger =
                    Math.min(limit, Math.max(length + size, Math.max(FIRST_SIZE, 2 * body.length)));
            if (!account.take(larger - body.length)) {
                return false;
            }
            body = Arrays.copyOf(body, larger);
        }
        bytes.readBytes(body, length, size);
        length += size;
        return true;
    }

    private void finish(ChannelHandlerContext ctx, HttpRequest start) {
        byte[] whole = length == body.length ? body : Arrays.copyOf(body, length);
        account.give(body.length - length);
        request = null;
        body = EMPTY;
        length = 0;
        watch.ended();
        ctx.fireChannelRead(new Request(start, whole));
    }

    private void forget() {
        request = null;
        account.give(body.length);
        body = EMPTY;
        length = 0;
    }

    /// As Netty's aggregator: the connection stays only where the body will not come.
    private void refuseLarge(ChannelHandlerContext ctx, HttpRequest start) {
        counters.refuse("payload too large");
        watch.ended();
        dropping = true;
        DefaultFullHttpResponse answer = response(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
        HttpUtil.setContentLength(answer, 0);
        if (HttpUtil.is100ContinueExpected(start)) {
            ctx.pipeline().fireUserEventTriggered(HttpExpectationFailedEvent.INSTANCE);
            Channels.flush(ctx, answer);
            return;
        }
        answer.headers().set(HttpHeaderNames.CONNECTION, "close");
        answer.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
        HttpUtil.setContentLength(answer, answer.content().writeBytes(TOO_LARGE).readableBytes());
        ctx.writeAndFlush(answer).addListener(_ -> Channels.close(ctx));
    }

    private static DefaultFullHttpResponse response(HttpResponseStatus status) {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        forget();
        watch.gone();
        ctx.fireChannelInactive();
    }

    /// A request and its body, which the [Account] of the connection is charged for until it is
    /// answered.
    static final class Request {
        private final HttpRequest head;
        private final byte[] body;

        Request(HttpRequest head, byte[] body) {
            this.head = head;
            this.body = body;
        }

        HttpRequest head() {
            return head;
        }

        byte[] body() {
            return body;
        }
    }
}
