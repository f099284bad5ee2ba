package dev.hearth.socketio;

import com.corundumstudio.socketio.AckCallback;
import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketConfig;
import com.corundumstudio.socketio.SocketIOChannelInitializer;
import com.corundumstudio.socketio.SocketIOServer;
import com.corundumstudio.socketio.protocol.AckArgs;
import com.corundumstudio.socketio.protocol.JsonSupport;
import dev.hearth.socketio.http.Failures;
import dev.hearth.socketio.http.LastResort;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoopGroup;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// netty-socketio's server, which binds, owns the event loops and sets the options of its sockets.
/// Mended here: it can be stopped fast, and a start that fails leaves nothing behind.
final class ListeningServer extends SocketIOServer {
    private static final int WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private final Pipeline pipeline;
    private final Failures failures;
    private final LastResort lastResort;
    private volatile boolean halting;
    private @Nullable EventLoopGroup boss;
    private @Nullable EventLoopGroup workers;
    private @Nullable Channel listener;

    /// Its constructor makes a pipeline with a timer that nobody can release once ours has taken
    /// the place; the timer never runs, but Netty would report it as a leak.
    static ListeningServer of(
            ServerOptions options, Pipeline pipeline, Failures failures, LastResort lastResort) {
        ResourceLeakDetector.Level level = ResourceLeakDetector.getLevel();
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
        try {
            return new ListeningServer(options, pipeline, failures, lastResort);
        } finally {
            ResourceLeakDetector.setLevel(level);
        }
    }

    private ListeningServer(
            ServerOptions options, Pipeline pipeline, Failures failures, LastResort lastResort) {
        super(configuration(options));
        this.pipeline = pipeline;
        this.failures = failures;
        this.lastResort = lastResort;
        setPipelineFactory(new Initializer(pipeline));
    }

    private static Configuration configuration(ServerOptions options) {
        Configuration configuration = new Configuration();
        configuration.setHostname(options.bind());
        configuration.setPort(options.port());
        configuration.setBossThreads(1);
        configuration.setWorkerThreads(WORKERS);
        configuration.setUseLinuxNativeEpoll(false);
        configuration.setJsonSupport(new NoJson());
        SocketConfig sockets = new SocketConfig();
        sockets.setTcpNoDelay(true);
        sockets.setReuseAddress(true);
        sockets.setAcceptBackLog(1024);
        sockets.setWriteBufferWaterMarkLow(32 * 1024);
        sockets.setWriteBufferWaterMarkHigh(128 * 1024);
        configuration.setSocketConfig(sockets);
        return configuration;
    }

    /// The frame keeps its event loops to itself; its bootstrap shows them.
    @Override
    protected void applyConnectionOptions(ServerBootstrap bootstrap) {
        boss = bootstrap.config().group();
        workers = bootstrap.config().childGroup();
        super.applyConnectionOptions(bootstrap);
    }

    InetSocketAddress listen() throws IOException {
        ChannelFuture bound = (ChannelFuture) startAsync();
        bound.awaitUninterruptibly();
        if (!bound.isSuccess()) {
            halt();
            throw bindException(bound.cause());
        }
        listener = bound.channel();
        bound.channel().pipeline().addLast(lastResort);
        watchEventLoops();
        return (InetSocketAddress) bound.channel().localAddress();
    }

    /// An event loop that an Error has ended leaves its connections without a word: the application
    /// has to hear of it.
    private void watchEventLoops() {
        for (EventLoopGroup group : new EventLoopGroup[] {boss, workers}) {
            if (group != null) {
                group.forEach(loop -> loop.terminationFuture().addListener(_ -> ended(loop)));
            }
        }
    }

    private void ended(EventExecutor loop) {
        if (!halting) {
            failures.report(new EventLoopEnded(loop.toString()));
        }
    }

    private static IOException bindException(Throwable cause) {
        if (cause instanceof BindException bind) {
            return bind;
        }
        BindException bind = new BindException(String.valueOf(cause.getMessage()));
        bind.initCause(cause);
        return bind;
    }

    /// Frees the port; connections stay.
    void stopListening() {
        Channel open = listener;
        if (open != null) {
            open.close().awaitUninterruptibly(1, TimeUnit.SECONDS);
        }
    }

    /// Closes what is left and ends the threads.
    void halt() {
        halting = true;
        pipeline.closeConnections();
        for (EventLoopGroup group : new EventLoopGroup[] {boss, workers}) {
            if (group != null) {
                var _ = group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            }
        }
        stop();
    }

    /// Gives connections to our [Pipeline], and leaves out all handlers of netty-socketio. It still
    /// makes those when it starts, with what [#stop] has to release.
    private static final class Initializer extends SocketIOChannelInitializer {
        private final Pipeline pipeline;

        private Initializer(Pipeline pipeline) {
            this.pipeline = pipeline;
        }

        @Override
        public void handlerAdded(ChannelHandlerContext ctx) {
            // netty-socketio would tell its scheduler, which never runs.
        }

        @Override
        protected void initChannel(Channel channel) {
            pipeline.open(channel);
        }
    }

    /// Stands where netty-socketio wants its JSON, which ours replaces ([Json]): without it the
    /// frame would load all of Jackson's data binding, a good part of the time that a start takes.
    private static final class NoJson implements JsonSupport {
        @Override
        public AckArgs readAckArgs(ByteBufInputStream source, AckCallback<?> callback) {
            throw unused();
        }

        @Override
        public <T> T readValue(String namespace, ByteBufInputStream source, Class<T> type) {
            throw unused();
        }

        @Override
        public void writeValue(ByteBufOutputStream out, Object value) {
            throw unused();
        }

        @Override
        public void addEventMapping(String namespace, String event, Class<?>... types) {}

        @Override
        public void removeEventMapping(String namespace, String event) {}

        @Override
        public List<byte[]> getArrays() {
            return List.of();
        }

        private static UnsupportedOperationException unused() {
            return new UnsupportedOperationException("netty-socketio's own packets are not used");
        }
    }
}
