package dev.hearth.client.link;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/// Counts what is read from a socket since something of it was last handed over, and breaks the
/// connection when that is more than any server of chats sends at once. okhttp has no bound of its
/// own for a WebSocket message, and reads it whole before it tells of it.
///
/// Bytes are counted below TLS, so this holds for both schemes. okhttp reads a connection of
/// HTTP/1.1 on the thread that hands over what was read: that thread knows whose count begins anew.
/// Each count is confined to it; the rest is stateless.
final class ByteBound {
    /// Of one WebSocket message, or of one answer to a poll, which may hold many packets.
    static final long MOST = 16_000_000;

    private static final long FRAMING = 200_000;
    private static final ThreadLocal<@Nullable Counted> READ_LAST = new ThreadLocal<>();

    private ByteBound() {}

    /// A server sent more than [#MOST] bytes at once.
    static final class Passed extends IOException {
        Passed() {
            super("the server sent more than " + MOST + " bytes at once");
        }
    }

    /// What this thread has read so far has been handed over.
    static void beginAnew() {
        Counted last = READ_LAST.get();
        if (last != null) {
            last.count = 0;
        }
    }

    /// Sockets that count. One for all: okhttp shares connections between clients whose factory is
    /// the same.
    static final SocketFactory SOCKETS =
            new SocketFactory() {
                @Override
                public Socket createSocket() {
                    return new CountedSocket();
                }

                @Override
                public Socket createSocket(String host, int port) {
                    throw connectsByItself();
                }

                @Override
                public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
                    throw connectsByItself();
                }

                @Override
                public Socket createSocket(InetAddress host, int port) {
                    throw connectsByItself();
                }

                @Override
                public Socket createSocket(InetAddress to, int port, InetAddress from, int local) {
                    throw connectsByItself();
                }
            };

    private static UnsupportedOperationException connectsByItself() {
        return new UnsupportedOperationException("okhttp connects by itself");
    }

    /// A socket that counts.
    static class CountedSocket extends Socket {
        @Override
        public InputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream());
        }
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(read);
            return read;
        }

        private void count(int read) throws IOException {
            READ_LAST.set(this);
            count += Math.max(0, read);
            if (count > MOST + FRAMING) {
                throw new Passed();
            }
        }
    }
}
