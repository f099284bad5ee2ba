package dev.hearth.client.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A network between a client and a server that can be cut: connections pass through, or all break
/// and new ones break at once, or nothing passes. Thread-safe.
final class Proxy implements AutoCloseable {
    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean frozen;

    private Proxy(int target) throws IOException {
        this.target = target;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    static Proxy to(int port) {
        try {
            Proxy proxy = new Proxy(port);
            Thread.startVirtualThread(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    void cut() {
        cut = true;
        open.forEach(Proxy::closeQuietly);
    }

    /// From now on nothing passes, and nobody is told: as when a cable is pulled.
    void freeze() {
        frozen = true;
    }

    void mend() {
        cut = false;
        frozen = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket in = door.accept();
                open.add(in);
                Thread.startVirtualThread(() -> join(in));
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    private void join(Socket in) {
        try (Socket out = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(out);
            if (cut) {
                closeQuietly(in);
                return;
            }
            Thread.startVirtualThread(() -> copy(out, in));
            copy(in, out);
        } catch (IOException _) {
            closeQuietly(in);
        }
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to) {
            byte[] buffer = new byte[8_192];
            for (int n = 0; n >= 0; n = from.getInputStream().read(buffer)) {
                if (!frozen) {
                    to.getOutputStream().write(buffer, 0, n);
                }
            }
        } catch (IOException _) {
            // The other side sees its end close.
        } finally {
            open.remove(from);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is as good as closed.
        }
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
