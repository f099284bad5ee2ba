package dev.hearth.socketio.engine;

import dev.hearth.socketio.http.Channels;
import dev.hearth.socketio.http.Exchange;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// HTTP long-polling: each GET takes what waits, or is held until something does. Engine.IO
/// protocol v4, "HTTP long-polling".
final class PollingTransport implements Transport {
    private static final char SEPARATOR = '\u001e';
    private static final Map<String, String> HEADERS =
            Map.of("content-type", "text/plain; charset=UTF-8", "cache-control", "no-store");

    /// What one answer may hold: python-engineio reads no more, and would ask for the same again.
    private static final int MAX_PACKETS = 16;

    private final int maxPayload;
    private Runnable lost = () -> {};
    private final Queue<EncodedPacket> controls = new ArrayDeque<>();
    private EncodedPacket farewell = EncodedPacket.CLOSE;
    private @Nullable Exchange poll;

    /// @param maxPayload bytes of an answer that holds more than one packet
    PollingTransport(int maxPayload) {
        this.maxPayload = maxPayload;
    }

    /// @param task called on any event loop when an answer with packets did not get out: the client
    ///   cannot know what it missed, so the session is over
    void onLost(Runnable task) {
        lost = task;
    }

    boolean isPolled() {
        return poll != null;
    }

    void poll(Exchange exchange) {
        poll = exchange;
    }

    /// The client itself has closed: its last poll needs no close packet, only an end.
    void closedByClient() {
        farewell = EncodedPacket.NOOP;
    }

    /// The client gave up the poll.
    ///
    /// @return false when it had been answered already
    boolean forget(Exchange exchange) {
        if (poll != exchange) {
            return false;
        }
        poll = null;
        return true;
    }

    @Override
    public void control(EncodedPacket packet) {
        controls.add(packet);
    }

    /// Gives what the heartbeat still has to say to the transport that takes over: no poll will
    /// fetch it.
    void handOver(Transport next) {
        for (EncodedPacket packet = controls.poll(); packet != null; packet = controls.poll()) {
            next.control(packet);
        }
    }

    @Override
    public boolean drain(SendQueue outbox, Farewell ending) {
        Exchange waiting = poll;
        if (waiting == null) {
            return false;
        }
        ByteBuf payload = Unpooled.buffer();
        boolean closing = ending != Farewell.NONE;
        if (closing) {
            controls.clear(); // nobody waits for a pong any more
        }
        int packets = 0;
        while (packets < MAX_PACKETS && !controls.isEmpty()) {
            append(payload, controls.remove());
            packets++;
        }
        long cost = fill(payload, outbox, packets);
        // In an answer of its own: clients take a close packet at once, but what comes with it
        // later,
        // when they are closed already, and so they miss it.
        boolean last = closing && outbox.isEmpty() && !payload.isReadable();
        if (last && ending == Farewell.CUT) {
            cut();
        } else if (last) {
            append(payload, farewell);
        }
        if (payload.isReadable()) {
            poll = null;
            waiting.answer(
                    200,
                    HEADERS,
                    payload,
                    gone -> {
                        outbox.sent(cost);
                        if (!gone) {
                            lost.run();
                        }
                    });
        } else {
            outbox.sent(cost);
        }
        return last;
    }

    private long fill(ByteBuf payload, SendQueue outbox, int controlPackets) {
        long cost = 0;
        int packets = controlPackets;
        for (SendQueue.Entry entry = outbox.peek(); entry != null; entry = outbox.peek()) {
            if (!entry.isUnwanted()) {
                int size = size(entry);
                packets += entry.packets().size();
                boolean full = payload.readableBytes() + size > maxPayload || packets > MAX_PACKETS;
                if (payload.isReadable() && full) {
                    break;
                }
                for (EncodedPacket packet : entry.packets()) {
                    append(payload, packet);
                }
            }
            outbox.take();
            cost += entry.cost();
        }
        return cost;
    }

    private static int size(SendQueue.Entry entry) {
        int size = 0;
        for (EncodedPacket packet : entry.packets()) {
            size += packet.polled().length + 1;
        }
        return size;
    }

    private static void append(ByteBuf payload, EncodedPacket packet) {
        if (payload.isReadable()) {
            payload.writeByte(SEPARATOR);
        }
        payload.writeBytes(packet.polled());
    }

    /// Answers the poll, if there is one, with this packet alone.
    void release(EncodedPacket packet) {
        Exchange waiting = poll;
        if (waiting != null) {
            poll = null;
            waiting.answer(
                    200, HEADERS, Unpooled.copiedBuffer(packet.polled()), Exchange.Sent.UNHEARD);
        }
    }

    @Override
    public void end() {
        release(farewell);
    }

    @Override
    public void abort() {
        cut();
    }

    private void cut() {
        Exchange waiting = poll;
        if (waiting != null) {
            poll = null;
            Channels.close(waiting.channel());
        }
    }
}
