package dev.hearth.app;

import dev.hearth.files.AtomicFile;
import dev.hearth.host.ChatHost;
import dev.hearth.model.HearthException;
import dev.hearth.settings.DataFolder;
import dev.hearth.settings.FolderLock;
import dev.hearth.ui.shell.OpeningWish;
import dev.hearth.ui.shell.Visits;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way from a second start on a data folder to the window that is open on it: a port of this
/// computer alone, and a secret that only the person's account can read, in the folder `window`.
/// Thread-safe.
final class SingleInstance implements Visits, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);
    private static final String FOLDER = "window";
    private static final String FILE = "port";
    private static final int PATIENCE_MILLIS = 3_000;
    private static final String WELCOME = "welcome";

    private final FolderLock lock;
    private final Path file;
    private @Nullable ServerSocket server;
    private boolean closed;

    private SingleInstance(FolderLock lock) {
        this.lock = lock;
        file = lock.folder().resolve(FILE);
    }

    /// Has the window of `data` open here, until it is closed.
    ///
    /// @throws HearthException DATA_IN_USE where another program has it, or DATA_NOT_WRITABLE
    static SingleInstance claim(DataFolder data) {
        SingleInstance instance = new SingleInstance(data.lock(FOLDER));
        instance.takeAway();
        return instance;
    }

    /// Asks the window that is open on `data`.
    ///
    /// @return whether it answered; one that has just been started is waited for a moment
    static boolean ask(DataFolder data, Visit visit) {
        Path file = data.path().resolve(FOLDER).resolve(FILE);
        long end = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
        do {
            try {
                if (Files.exists(file)) {
                    return ask(Files.readString(file).strip().split(" "), visit);
                }
            } catch (IOException | NumberFormatException e) {
                LOG.debug("The open window does not answer", e);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        } while (System.nanoTime() < end);
        return false;
    }

    private static boolean ask(String[] place, Visit visit) throws IOException {
        if (place.length != 2) {
            throw new IOException("this is no port and secret");
        }
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            InetAddress here = InetAddress.getLoopbackAddress();
            socket.connect(
                    new InetSocketAddress(here, Integer.parseInt(place[0])), PATIENCE_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeUTF(place[1]);
            visit.write(out);
            out.flush();
            return new DataInputStream(socket.getInputStream()).readUTF().equals(WELCOME);
        }
    }

    @Override
    public void tellTo(Consumer<OpeningWish> window) {
        Thread.ofVirtual().name("hearth-second-start").start(() -> listen(window));
    }

    private void listen(Consumer<OpeningWish> window) {
        try (ServerSocket socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            String secret = ChatHost.freshToken();
            synchronized (this) {
                if (closed) {
                    return;
                }
                server = socket;
                AtomicFile.writePrivate(file, socket.getLocalPort() + " " + secret + "\n");
            }
            while (true) {
                let(socket.accept(), secret, window);
            }
        } catch (IOException e) {
            LOG.debug("The port is closed", e);
        }
    }

    private static void let(Socket visitor, String secret, Consumer<OpeningWish> window) {
        // Who sends a byte now and then keeps no other out.
        CompletableFuture.delayedExecutor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .execute(() -> close(visitor));
        try {
            DataInputStream in = new DataInputStream(visitor.getInputStream());
            if (isSame(in.readUTF(), secret)) {
                Visit visit = Visit.read(in);
                new DataOutputStream(visitor.getOutputStream()).writeUTF(WELCOME);
                window.accept(visit.wish());
            }
        } catch (IOException e) {
            LOG.debug("A visitor has gone", e);
        } finally {
            close(visitor);
        }
    }

    private static boolean isSame(String said, String secret) {
        return MessageDigest.isEqual(
                said.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            LOG.debug("A socket could not be closed", e);
        }
    }

    /// Idempotent: from the first call on the folder may belong to another program.
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (server != null) {
                close(server);
            }
        }
        takeAway();
        lock.close();
    }

    private void takeAway() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("The file with the port could not be deleted", e);
        }
    }
}
