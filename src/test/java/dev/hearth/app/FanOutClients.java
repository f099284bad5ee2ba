package dev.hearth.app;

import dev.hearth.testkit.Patience;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// Many Socket.IO clients by WebSocket in the namespace `/` that count what they hear. They share
/// one thread, so that the server has a processor for itself.
final class FanOutClients implements AutoCloseable {
    private static final String MESSAGE = "42[\"chat message\",\"" + "x".repeat(100) + "\"]";

    private final EventLoopGroup loop =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<Channel> channels = new ArrayList<>();
    private final AtomicInteger entered = new AtomicInteger();
    private final LongAdder heard = new LongAdder();

    FanOutClients(URI server, int count) {
        URI socket =
                URI.create(
                        "ws://127.0.0.1:"
                                + server.getPort()
                                + "/socket.io/?EIO=4&transport=websocket");
        for (int i = 0; i < count; i++) {
            channels.add(connect(socket));
        }
        Patience.await().until(() -> entered.get() == count);
    }

    private Channel connect(URI socket) {
        return new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .handler(
                        new ChannelInitializer<SocketChannel>() {
                            @Override
                            protected void initChannel(SocketChannel channel) {
                                channel.pipeline()
                                        .addLast(new HttpClientCodec())
                                        .addLast(new HttpObjectAggregator(8_192))
                                        .addLast(
                                                new WebSocketClientProtocolHandler(
                                                        WebSocketClientProtocolConfig.newBuilder()
                                                                .webSocketUri(socket)
                                                                .build()))
                                        .addLast(new Listener());
                            }
                        })
                .connect(socket.getHost(), socket.getPort())
                .syncUninterruptibly()
                .channel();
    }

    /// Has the client of that number say something.
    void send(int client) {
        ChannelFuture _ =
                channels.get(client % channels.size())
                        .writeAndFlush(new TextWebSocketFrame(MESSAGE));
    }

    /// How many messages arrived so far, at all of them together.
    long heard() {
        return heard.sum();
    }

    @Override
    public void close() {
        loop.shutdownGracefully().syncUninterruptibly();
    }

    private final class Listener extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
            ByteBuf packet = frame.content();
            String start =
                    packet.toString(
                            packet.readerIndex(),
                            Math.min(2, packet.readableBytes()),
                            StandardCharsets.US_ASCII);
            if (start.equals("42")) {
                heard.increment();
            } else if (start.equals("2")) {
                ChannelFuture _ = context.writeAndFlush(new TextWebSocketFrame("3"));
            } else if (start.startsWith("0")) {
                ChannelFuture _ = context.writeAndFlush(new TextWebSocketFrame("40"));
            } else if (start.equals("40")) {
                entered.incrementAndGet();
            }
        }
    }
}
