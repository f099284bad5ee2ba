package dev.hearth.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out at which of several addresses somebody answers: each is tried a moment after the one
/// before it, so that the best wins where it can (as RFC 8305 has it). Stateless; its threads are
/// virtual.
final class FirstAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAnswer.class);
    private static final Duration HEAD_START = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private FirstAnswer() {}

    /// Completes within four seconds; with the first of all where nobody answers.
    static CompletionStage<URI> of(List<URI> addresses) {
        if (addresses.size() == 1) {
            return CompletableFuture.completedStage(addresses.getFirst());
        }
        CompletableFuture<URI> answer = new CompletableFuture<>();
        CountDownLatch left = new CountDownLatch(addresses.size());
        for (int i = 0; i < addresses.size(); i++) {
            URI address = addresses.get(i);
            Duration wait = HEAD_START.multipliedBy(i);
            Thread.ofVirtual()
                    .name("hearth-way")
                    .start(
                            () -> {
                                tryAfter(wait, address, answer);
                                left.countDown();
                                if (left.getCount() == 0) {
                                    answer.complete(addresses.getFirst());
                                }
                            });
        }
        return answer;
    }

    private static void tryAfter(Duration wait, URI address, CompletableFuture<URI> answer) {
        try {
            answer.get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return;
        } catch (TimeoutException _) {
            // Nobody has answered so far.
        } catch (InterruptedException | ExecutionException e) {
            LOG.debug("nobody waits for {} any more", address, e);
            return;
        }
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.getHost(), address.getPort()),
                    (int) PATIENCE.toMillis());
            answer.complete(address);
        } catch (IOException e) {
            LOG.debug("{} does not answer", address, e);
        }
    }
}
