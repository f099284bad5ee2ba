package dev.hearth.socketio.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpResponseEncoder;
import java.util.List;

/// The handlers of an HTTP connection, in their order. Made once; thread-safe.
public final class HttpHandlers {
    private static final String CLOCK = "requestClock";
    private static final String ASSEMBLER = "requestAssembler";
    private static final String PIPELINING = "httpPipelining";
    private static final String GUARD = "guard";
    private static final String PROTOCOL = "protocol";
    private static final String PLAIN = "plain";
    private static final String LAST = "lastResort";
    private static final List<String> FOR_HTTP_ALONE =
            List.of(CLOCK, ASSEMBLER, PIPELINING, GUARD, PROTOCOL, PLAIN, LAST);

    /// The handlers that all connections share.
    ///
    /// @param protocol takes the requests of its path, and passes on the others
    /// @param plain takes what is left
    public record Shared(
            Front front,
            Guard guard,
            ChannelHandler protocol,
            HttpEndpoint plain,
            BodyRules bodies,
            LastResort last) {}

    private final Shared shared;
    private final Timings timings;
    private final Counters counters;
    private final Failures failures;
    private final HttpDecoderConfig decoding =
            new HttpDecoderConfig()
                    .setMaxInitialLineLength(16 * 1024)
                    .setMaxHeaderSize(16 * 1024)
                    .setMaxChunkSize(8 * 1024);

    public HttpHandlers(Shared shared, Timings timings, Counters counters, Failures failures) {
        this.shared = shared;
        this.timings = timings;
        this.counters = counters;
        this.failures = failures;
    }

    /// @param account of the connection
    /// @param watch of the connection
    public void install(Channel channel, Account account, RequestWatch watch) {
        ChannelPipeline pipeline = channel.pipeline();
        RequestClock clock = new RequestClock(channel, timings, counters, failures);
        ReadGate gate = new ReadGate(channel);
        RequestDecoder decoder = new RequestDecoder(decoding, gate);
        HttpPipelining turns = new HttpPipelining(decoder, clock, counters, account, shared.front);
        pipeline.addLast(gate);
        pipeline.addLast(CLOCK, clock);
        // The encoder first: what the decoder of a WebSocket answers itself, when a client breaks
        // the rules, passes only what stands before it.
        pipeline.addLast(new HttpResponseEncoder());
        pipeline.addLast(decoder);
        pipeline.addLast(
                ASSEMBLER,
                new RequestAssembler(account, shared.bodies, turns, clock, counters, watch));
        pipeline.addLast(PIPELINING, turns);
        pipeline.addLast(GUARD, shared.guard);
        pipeline.addLast(PROTOCOL, shared.protocol);
        pipeline.addLast(PLAIN, shared.plain);
        pipeline.addLast(LAST, shared.last);
    }

    /// Leaves the connection to the protocol that it has changed to.
    public static void remove(ChannelPipeline pipeline) {
        for (String name : FOR_HTTP_ALONE) {
            ChannelHandler handler = pipeline.get(name);
            if (handler != null) {
                pipeline.remove(handler);
            }
        }
    }
}
