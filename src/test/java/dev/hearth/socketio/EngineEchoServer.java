package dev.hearth.socketio;

import dev.hearth.socketio.engine.EncodedPacket;
import dev.hearth.socketio.engine.EngineSession;
import dev.hearth.socketio.engine.Messages;
import dev.hearth.socketio.http.Timings;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// The raw echo that the official test suite of Engine.IO asks for, at `/engine.io/`: the engine of
/// this package without Socket.IO on it.
public final class EngineEchoServer {
    private EngineEchoServer() {}

    public static void main(String[] arguments) throws IOException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3000;
        System.out.println("listening on " + open(port).start());
    }

    static SocketServer open(int port) {
        return new SocketServer(
                ServerOptions.defaults()
                        .withBind(null, port)
                        .withHeartbeat(Duration.ofMillis(300), Duration.ofMillis(200)),
                Timings.DEFAULT,
                "/engine.io",
                _ -> Echo::new);
    }

    private record Echo(EngineSession session) implements Messages {
        @Override
        public void opened() {}

        @Override
        public void text(byte[] bytes, int from, int to) {
            byte[] packet = Arrays.copyOfRange(bytes, from - 1, to);
            session.outbox().offer(null, List.of(EncodedPacket.text(packet)));
        }

        @Override
        public void binary(byte[] bytes) {
            session.outbox()
                    .offer(null, List.of(EncodedPacket.attachment(bytes, session.protocol())));
        }

        @Override
        public void closed(String reason, boolean farewell) {}

        @Override
        public void writableAgain() {}
    }
}
