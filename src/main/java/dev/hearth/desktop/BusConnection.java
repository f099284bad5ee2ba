package dev.hearth.desktop;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A connection with a message bus, with a virtual thread that reads. Thread-safe.
final class BusConnection implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(BusConnection.class);
    private static final long PATIENCE_SECONDS = 5;
    private static final int LONGEST_LINE = 1_000;

    private static final BusMessage.Method HELLO =
            new BusMessage.Method(
                    "org.freedesktop.DBus",
                    "/org/freedesktop/DBus",
                    "org.freedesktop.DBus",
                    "Hello");

    private final SocketChannel channel;
    private final Consumer<BusMessage> signals;
    private final AtomicInteger serials = new AtomicInteger();
    private final Map<Integer, CompletableFuture<BusMessage>> calls = new ConcurrentHashMap<>();

    private BusConnection(SocketChannel channel, Consumer<BusMessage> signals) {
        this.channel = channel;
        this.signals = signals;
    }

    /// Connects and logs in, as the account of this process.
    ///
    /// @param signals told of each signal, on the thread that reads
    static BusConnection open(Path socket, Consumer<BusMessage> signals) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        BusConnection connection = new BusConnection(channel, signals);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            connection.start();
            return connection;
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    private void start() throws IOException {
        CompletableFuture<Void> welcome = new CompletableFuture<>();
        Thread.ofVirtual().name("hearth-bus").start(() -> run(welcome));
        await(welcome);
        call(HELLO, "", new BusWriter());
    }

    private void run(CompletableFuture<Void> welcome) {
        try {
            logIn();
            welcome.complete(null);
            while (true) {
                dispatch(next());
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("The message bus is gone", e);
            welcome.completeExceptionally(e);
            close();
        }
    }

    /// The bus asks the system whose process this is.
    private void logIn() throws IOException {
        write("\0AUTH EXTERNAL\r\nDATA\r\n".getBytes(StandardCharsets.US_ASCII));
        String answer = line();
        if (!answer.equals("DATA") || !line().startsWith("OK ")) {
            throw new IOException("the bus lets nobody in: " + answer);
        }
        write("BEGIN\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (!line.toString().endsWith("\r\n")) {
            if (line.length() > LONGEST_LINE) {
                throw new IOException("the bus does not speak D-Bus");
            }
            line.append((char) read(1)[0]);
        }
        return line.toString().strip();
    }

    private BusMessage next() throws IOException {
        byte[] head = read(BusMessage.HEAD);
        int rest = BusMessage.rest(head);
        if (rest < 0) {
            throw new IOException("a message of the bus makes no sense");
        }
        byte[] whole = Arrays.copyOf(head, head.length + rest);
        System.arraycopy(read(rest), 0, whole, head.length, rest);
        return BusMessage.read(whole);
    }

    private void dispatch(BusMessage message) {
        if (message.type() == BusMessage.SIGNAL) {
            signals.accept(message);
            return;
        }
        @Nullable CompletableFuture<BusMessage> call = calls.remove(message.replyTo());
        if (call == null) {
            return;
        }
        if (message.type() == BusMessage.RETURN) {
            call.complete(message);
        } else {
            call.completeExceptionally(new IOException("the bus refuses a call"));
        }
    }

    /// Calls a method and waits for its answer, a few seconds at most.
    BusMessage call(BusMessage.Method method, String signature, BusWriter body) throws IOException {
        int serial = serials.incrementAndGet();
        CompletableFuture<BusMessage> answer = new CompletableFuture<>();
        calls.put(serial, answer);
        try {
            write(BusMessage.call(method, serial, signature, body));
            return await(answer);
        } finally {
            calls.remove(serial);
        }
    }

    private static <T> T await(CompletableFuture<T> answer) throws IOException {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("no answer from the bus", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private synchronized void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private byte[] read(int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        return buffer.array();
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("A connection with the bus could not be closed", e);
        }
        calls.values().forEach(call -> call.completeExceptionally(new EOFException()));
    }
}
