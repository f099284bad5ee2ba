package dev.hearth.socketio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Asks every few milliseconds and notes how long the answer takes.
final class HonestClient {
    private static final long PAUSE = 2;

    private final int port;
    private final List<Long> nanos = new ArrayList<>();
    private final Thread thread = Thread.ofPlatform().unstarted(this::run);
    private volatile boolean stopped;

    HonestClient(int port) {
        this.port = port;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try (WebSocketClient client = WebSocketClient.joined(port)) {
            while (!stopped) {
                long start = System.nanoTime();
                client.text("421[\"honest\"]");
                String answer = client.next();
                nanos.add(System.nanoTime() - start);
                if (!answer.equals("431[\"open\"]")) {
                    throw new IllegalStateException("the honest client got " + answer);
                }
                Thread.sleep(PAUSE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Prints the latencies.
    void stop() throws InterruptedException {
        stopped = true;
        thread.join();
        nanos.sort(null);
        System.out.printf(
                "honest client beside the hostile: %d answers, p50 %.2f ms, p99 %.2f ms, max %.2f ms%n",
                nanos.size(), millis(0.5), millis(0.99), millis(1));
    }

    private double millis(double quantile) {
        return nanos.get((int) Math.min(nanos.size() - 1, quantile * nanos.size())) / 1e6;
    }
}
