package dev.hearth.app;

import dev.hearth.cli.HostRequest.LogLevel;
import dev.hearth.gateway.HostWatcher;
import dev.hearth.model.Entry;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.model.SafeText;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Who comes and goes, a line each with the time, on the terminal of a host. Texts only when they
/// were asked for, and never in a file. Any thread: lines wait in a bounded queue for a thread of
/// their own, so that a terminal that is held up does not hold up the chat; when the queue is full
/// they are counted and left out.
final class ConsoleLog implements HostWatcher, AutoCloseable {
    private static final int QUEUE = 10_000;
    private static final long LOOK_MILLIS = 250;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PrintStream out;
    private final LogLevel level;
    private final Clock clock;
    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong leftOut = new AtomicLong();
    private final ComingsAndGoings connections = new ComingsAndGoings();
    private volatile boolean closing;
    private final Thread writer =
            Thread.ofPlatform().daemon().name("hearth-console").unstarted(this::write);

    ConsoleLog(PrintStream out, LogLevel level, Clock clock) {
        this.out = out;
        this.level = level;
        this.clock = clock;
        writer.start();
    }

    @Override
    public void connected(Person person, InetSocketAddress from) {
        String address = from.getAddress().getHostAddress();
        if (level != LogLevel.QUIET && connections.came(person.name(), address)) {
            line("connected " + person.name() + " (" + address + ")");
        }
    }

    @Override
    public void disconnected(Person person, String reason) {
        if (level != LogLevel.QUIET && connections.went(person.name())) {
            line("disconnected " + person.name() + " (" + words(reason) + ")");
        }
    }

    @Override
    public void posted(Entry entry) {
        if (level == LogLevel.MESSAGES && entry.payload() instanceof Posted posted) {
            line(entry.from().name() + ": " + posted.text());
        }
    }

    @Override
    public void notUnderstood(Person person, String event) {
        if (level != LogLevel.QUIET && connections.hasLine()) {
            line(person.name() + " says “" + event + "”, which this chat does not know");
        }
    }

    /// The protocol's reasons in words; what is none of them is said as it is.
    private static String words(String reason) {
        return switch (reason) {
            case "client namespace disconnect", "transport close" -> "left";
            case "transport error" -> "the connection broke";
            case "ping timeout" -> "stopped answering";
            case "server shutting down" -> "the host stops";
            case "parse error" -> "sent what is no message";
            default -> reason;
        };
    }

    /// Prints `text` as a line of its own, in order with the others. The only way to the terminal
    /// for words: whatever strangers put into them cannot drive the terminal.
    void print(String text) {
        queue(SafeText.line(text));
    }

    /// Prints a picture of our own, which may colour the terminal, in order with the lines.
    void draw(List<String> picture) {
        picture.forEach(this::queue);
    }

    private void queue(String line) {
        if (!lines.offer(line)) {
            leftOut.incrementAndGet();
        }
    }

    private void line(String text) {
        print(LocalTime.now(clock).format(TIME) + " " + text);
    }

    /// Until [#close]. Nothing else ends it: a line that fails (an `OutOfMemoryError`) is counted
    /// as left out.
    private void write() {
        while (!closing) {
            try {
                String line = lines.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (line != null) {
                    print(out, line);
                }
                connections.counted().ifPresent(this::line);
            } catch (InterruptedException e) {
                closing = true;
            } catch (Throwable t) {
                leftOut.incrementAndGet();
            }
        }
        connections.takeCounted().ifPresent(this::line);
        for (String line; (line = lines.poll()) != null; ) {
            printOrCount(line);
        }
    }

    private void printOrCount(String line) {
        try {
            print(out, line);
        } catch (Throwable t) {
            leftOut.incrementAndGet();
        }
    }

    private void print(PrintStream stream, String line) {
        stream.println(line);
        long missed = leftOut.getAndSet(0);
        if (missed > 0) {
            stream.println("(" + missed + " lines were left out: the terminal was too slow)");
        }
        if (lines.isEmpty()) {
            stream.flush();
        }
    }

    /// Prints what waits, within a second.
    @Override
    public void close() {
        closing = true;
        writer.interrupt();
        try {
            writer.join(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
