package dev.hearth.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/// A network between clients and a server, with the faults that networks have. Each connection
/// through it has its share of whatever is struck. Thread-safe.
public final class FaultProxy implements AutoCloseable {
    /// What can go wrong.
    public enum Fault {
        /// Every connection ends at once, and new ones until it is mended.
        CUT,
        /// Every connection is reset, with what is on its way lost.
        RESET,
        /// A few more bytes pass, then every connection ends: in the middle of a frame.
        CUT_MID_FRAME,
        /// Nothing passes any more, and nobody is told: a cable is pulled.
        FREEZE,
        /// What the server says is lost, what the clients say arrives: half open.
        DEAF,
        /// What the clients say is lost.
        DUMB,
        /// Everything takes a while longer.
        DELAY,
        /// Everything comes byte by byte.
        TRICKLE;

        private static final List<Fault> ALL = List.of(values());

        public static Fault any(RandomGenerator random) {
            return ALL.get(random.nextInt(ALL.size()));
        }
    }

    private static final int CHUNK = 8_192;
    private static final long LINGER_NANOS = 30_000_000;

    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong budget = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private volatile int target;
    private volatile Fault fault = Fault.DELAY;
    private volatile boolean struck;
    private volatile long generation;

    private FaultProxy(int target) throws IOException {
        this.target = target;
        door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    }

    /// Opens a way to `port` on this machine.
    public static FaultProxy to(int port) {
        try {
            FaultProxy proxy = new FaultProxy(port);
            Thread.startVirtualThread(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /// How many bytes were swallowed so far.
    public long lost() {
        return lost.get();
    }

    /// New connections go to another port from now on.
    public void retarget(int port) {
        target = port;
    }

    /// From now on, until it is mended or the next fault takes its place: connections that lost
    /// something to the fault before end there.
    public synchronized void strike(Fault what, RandomGenerator random) {
        mend();
        budget.set(random.nextInt(400));
        fault = what;
        struck = true;
        switch (what) {
            case CUT -> open.forEach(FaultProxy::closeQuietly);
            case RESET -> open.forEach(FaultProxy::reset);
            case CUT_MID_FRAME, FREEZE, DEAF, DUMB, DELAY, TRICKLE -> {}
        }
    }

    /// All is well again. Connections that lost something of what was said are ended, for no
    /// network gives a stream back with a hole in it.
    public synchronized void mend() {
        boolean lost =
                struck
                        && switch (fault) {
                            case FREEZE, DEAF, DUMB, CUT_MID_FRAME -> true;
                            case CUT, RESET, DELAY, TRICKLE -> false;
                        };
        struck = false;
        if (lost) {
            generation++;
            open.forEach(FaultProxy::closeQuietly);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket in = door.accept();
                Thread.startVirtualThread(() -> join(in));
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    private void join(Socket in) {
        try (in;
                Socket out = new Socket(InetAddress.getLoopbackAddress(), target)) {
            in.setTcpNoDelay(true);
            out.setTcpNoDelay(true);
            open.add(in);
            open.add(out);
            if (struck && (fault == Fault.CUT || fault == Fault.RESET)) {
                return;
            }
            long mine = generation;
            Thread back = Thread.startVirtualThread(() -> copy(out, in, Fault.DEAF, mine));
            copy(in, out, Fault.DUMB, mine);
            back.join();
        } catch (IOException _) {
            // Either side sees its end close.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(in);
        }
    }

    /// @param lossy the fault in which this direction loses what passes
    private void copy(Socket from, Socket to, Fault lossy, long mine) {
        byte[] buffer = new byte[CHUNK];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0 && mine == generation; n = in.read(buffer)) {
                if (!pass(buffer, n, out, lossy)) {
                    return;
                }
            }
        } catch (IOException _) {
            // Either side sees its end close.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /// @return false when the connection ends here
    private boolean pass(byte[] buffer, int n, OutputStream out, Fault lossy) throws IOException {
        if (!struck) {
            out.write(buffer, 0, n);
            return true;
        }
        Fault now = fault;
        switch (now) {
            case CUT, RESET -> {
                return false;
            }
            case CUT_MID_FRAME -> {
                int left = Math.clamp(budget.getAndAdd(-n), 0, n);
                out.write(buffer, 0, left);
                return left == n;
            }
            case FREEZE -> lost.addAndGet(n);
            case DEAF, DUMB -> {
                if (now == lossy) {
                    lost.addAndGet(n);
                } else {
                    out.write(buffer, 0, n);
                }
            }
            case DELAY -> {
                LockSupport.parkNanos(LINGER_NANOS);
                out.write(buffer, 0, n);
            }
            case TRICKLE -> {
                for (int i = 0; i < n; i++) {
                    out.write(buffer[i]);
                }
            }
        }
        return true;
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException _) {
            // It is closed already.
        }
        closeQuietly(socket);
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
        closeQuietly();
        open.forEach(FaultProxy::closeQuietly);
    }

    private void closeQuietly() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
