package dev.hearth.socketio.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands plain HTTP requests to the [HttpHandler], each on a virtual thread.
@Sharable
public final class HttpEndpoint extends SimpleChannelInboundHandler<Exchange> {
    private static final Logger LOG = LoggerFactory.getLogger(HttpEndpoint.class);

    private final @Nullable HttpHandler handler;
    private final Executor executor;
    private final Failures failures;

    public HttpEndpoint(@Nullable HttpHandler handler, Executor executor, Failures failures) {
        super(false);
        this.handler = handler;
        this.executor = executor;
        this.failures = failures;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Exchange exchange) {
        HttpHandler known = handler;
        if (known == null) {
            send(exchange, HttpResponse.text(404, "Not found"));
            return;
        }
        try {
            executor.execute(() -> failures.run(() -> send(exchange, ask(known, exchange))));
        } catch (RejectedExecutionException e) {
            Channels.close(ctx); // the server is closing
        }
    }

    private HttpResponse ask(HttpHandler handler, Exchange exchange) {
        HttpRequest request =
                new HttpRequest(
                        exchange.method(),
                        exchange.path(),
                        exchange.query(),
                        exchange.headers(),
                        exchange.remote(),
                        exchange.client(),
                        ByteBuffer.wrap(exchange.body()).asReadOnlyBuffer());
        try {
            HttpResponse answer = handler.handle(request);
            answer.headers()
                    .forEach(new DefaultHttpHeaders()::set); // fails where it cannot be sent
            return answer;
        } catch (RuntimeException | Error e) {
            failures.report(e);
            return HttpResponse.text(500, "Internal error");
        }
    }

    private void send(Exchange exchange, HttpResponse answer) {
        switch (answer.body()) {
            case HttpResponse.Bytes body -> {
                long size = body.bytes().remaining();
                if (exchange.account().take(size)) { // else its connection is being closed
                    exchange.answer(
                            answer.status(),
                            answer.headers(),
                            Unpooled.wrappedBuffer(body.bytes().duplicate()),
                            _ -> exchange.account().give(size));
                }
            }
            case HttpResponse.Streamed body -> {
                ChunkedStream stream = new ChunkedStream(exchange, body.beat(), executor, failures);
                exchange.stream(answer.status(), answer.headers(), stream);
                body.opened().accept(stream);
            }
            case HttpResponse.FileBody body -> {
                try {
                    exchange.answerFile(answer.status(), answer.headers(), body.file());
                } catch (NoSuchFileException e) {
                    send(exchange, HttpResponse.text(404, "Not found"));
                } catch (IOException e) {
                    LOG.warn("a file could not be read: {}", e.toString());
                    send(exchange, HttpResponse.text(500, "Internal error"));
                }
            }
        }
    }
}
