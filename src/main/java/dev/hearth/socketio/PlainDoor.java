package dev.hearth.socketio;

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
final class PlainDoor extends SimpleChannelInboundHandler<Exchange> {
    private static final Logger LOG = LoggerFactory.getLogger(PlainDoor.class);

    private final @Nullable HttpHandler handler;
    private final Executor executor;
    private final Failures failures;

    PlainDoor(@Nullable HttpHandler handler, Executor executor, Failures failures) {
        super(false);
        this.handler = handler;
        this.executor = executor;
        this.failures = failures;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Exchange exchange) {
        HttpHandler known = handler;
        if (known == null) {
            send(exchange, HttpAnswer.text(404, "Not found"));
            return;
        }
        try {
            executor.execute(() -> failures.run(() -> send(exchange, ask(known, exchange))));
        } catch (RejectedExecutionException e) {
            Channels.close(ctx); // the server is closing
        }
    }

    private HttpAnswer ask(HttpHandler handler, Exchange exchange) {
        HttpQuestion question =
                new HttpQuestion(
                        exchange.method(),
                        exchange.path(),
                        exchange.query(),
                        exchange.headers(),
                        exchange.remote(),
                        ByteBuffer.wrap(exchange.body()).asReadOnlyBuffer());
        try {
            HttpAnswer answer = handler.handle(question);
            answer.headers()
                    .forEach(new DefaultHttpHeaders()::set); // fails where it cannot be sent
            return answer;
        } catch (RuntimeException | Error e) {
            failures.report(e);
            return HttpAnswer.text(500, "Internal error");
        }
    }

    private static void send(Exchange exchange, HttpAnswer answer) {
        switch (answer.body()) {
            case HttpAnswer.Bytes body -> {
                long size = body.bytes().remaining();
                if (exchange.account().take(size)) { // else its connection is being closed
                    exchange.answer(
                            answer.status(),
                            answer.headers(),
                            Unpooled.wrappedBuffer(body.bytes().duplicate()),
                            _ -> exchange.account().give(size));
                }
            }
            case HttpAnswer.FileBody body -> {
                try {
                    exchange.answerFile(answer.status(), answer.headers(), body.file());
                } catch (NoSuchFileException e) {
                    send(exchange, HttpAnswer.text(404, "Not found"));
                } catch (IOException e) {
                    LOG.warn("a file could not be read: {}", e.toString());
                    send(exchange, HttpAnswer.text(500, "Internal error"));
                }
            }
        }
    }
}
