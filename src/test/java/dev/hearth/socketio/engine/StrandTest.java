package dev.hearth.socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hearth.socketio.http.Budgets;
import dev.hearth.socketio.http.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StrandTest {
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean reads = new AtomicBoolean(true);
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Strand strand =
            new Strand(executor, new Failures(failures::add), Budgets.ample(), reads::get);

    @AfterEach
    void stop() {
        executor.close();
    }

    @Test
    void runsOneTaskAtATimeInOrder() throws Exception {
        int threads = 4;
        int each = 20_000;
        List<List<Integer>> seen = new ArrayList<>();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        AtomicBoolean overlapped = new AtomicBoolean();
        List<Thread> senders = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            List<Integer> mine = new ArrayList<>();
            seen.add(mine);
            senders.add(
                    Thread.startVirtualThread(
                            () -> {
                                for (int i = 0; i < each; i++) {
                                    int number = i;
                                    strand.ask(
                                            0,
                                            () -> {
                                                overlapped.compareAndSet(
                                                        false, inside.incrementAndGet() > 1);
                                                mine.add(number);
                                                inside.decrementAndGet();
                                                done.incrementAndGet();
                                            });
                                }
                            }));
        }
        for (Thread sender : senders) {
            sender.join();
        }
        await().until(() -> done.get() == threads * each);
        assertThat(overlapped).isFalse();
        for (List<Integer> mine : seen) {
            assertThat(mine).isSorted().hasSize(each);
        }
    }

    @Test
    void aTaskThatFailsStopsNothing() throws Exception {
        CountDownLatch after = new CountDownLatch(1);
        strand.ask(
                0,
                () -> {
                    throw new IllegalStateException("on purpose");
                });
        strand.ask(0, after::countDown);
        after.await();
    }

    @Test
    void saysWhenItIsFullAndWhenItIsDrained() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch drained = new CountDownLatch(1);
        strand.ask(
                0,
                () -> {
                    try {
                        gate.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        assertThat(strand.isFull()).isFalse();
        for (int i = 0; i < 100; i++) {
            strand.ask(10_000, () -> {});
        }
        assertThat(strand.isFull()).isTrue();
        strand.whenDrained(drained::countDown);
        assertThat(drained.getCount()).isEqualTo(1);
        gate.countDown();
        drained.await();
        await().until(() -> !strand.isFull());
        CountDownLatch atOnce = new CountDownLatch(1);
        strand.whenDrained(atOnce::countDown);
        atOnce.await();
    }
}
