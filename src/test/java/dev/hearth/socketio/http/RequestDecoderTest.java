package dev.hearth.socketio.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RequestDecoderTest {
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String BODY =
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody";

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Counters counters = new Counters();
    private final RequestDecoder decoder =
            new RequestDecoder(new HttpDecoderConfig(), add(new ReadGate(channel)));
    private final ByteBuf bytes =
            Unpooled.copiedBuffer(REQUEST + BODY.repeat(3), StandardCharsets.US_ASCII);

    RequestDecoderTest() {
        RequestClock clock =
                new RequestClock(
                        channel,
                        Timings.DEFAULT,
                        counters,
                        new Failures(
                                failure -> {
                                    throw new AssertionError(failure);
                                }));
        channel.pipeline()
                .addLast(
                        clock,
                        decoder,
                        new HttpObjectAggregator(1_000),
                        new Whole(),
                        new HttpPipelining(
                                decoder, clock, counters, Budgets.account(), Front.NONE));
    }

    /// What the assembler makes of a request.
    private static final class Whole extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
            byte[] body = ByteBufUtil.getBytes(request.content());
            ctx.fireChannelRead(new RequestAssembler.Request(request, body));
        }
    }

    private ReadGate add(ReadGate gate) {
        channel.pipeline().addLast(gate);
        return gate;
    }

    private boolean handsOn() {
        return channel.readInbound() instanceof Exchange;
    }

    @Test
    void handsOnOneRequestAndReadsNoMore() {
        channel.writeInbound(bytes);
        assertThat(handsOn()).isTrue();
        assertThat(handsOn()).isFalse();
        assertThat(channel.config().isAutoRead()).isFalse();
        decoder.release();
        assertThat(handsOn()).isTrue();
        assertThat(handsOn()).isFalse();
        decoder.release();
        decoder.release();
        assertThat(channel.config().isAutoRead()).isTrue();
        channel.finishAndReleaseAll();
    }

    @Test
    void whatWaitsIsReleasedWhenTheConnectionCloses() {
        channel.writeInbound(bytes);
        channel.finishAndReleaseAll();
        assertThat(bytes.refCnt()).isZero();
    }

    @Test
    void whatWaitsIsReleasedWhenTheConnectionBecomesAWebSocket() {
        channel.writeInbound(bytes);
        channel.pipeline().remove(decoder);
        channel.pipeline().remove(HttpPipelining.class);
        assertThat(channel.config().isAutoRead()).isTrue();
        channel.releaseInbound();
        assertThat(bytes.refCnt()).isZero();
        channel.finishAndReleaseAll();
    }
}
