package dev.hearth.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FxBatcherTest {
    private final Queue<Runnable> runLater = new ArrayDeque<>();
    private final List<List<Integer>> batches = new ArrayList<>();

    private void runAll() {
        for (Runnable next = runLater.poll(); next != null; next = runLater.poll()) {
            next.run();
        }
    }

    @Test
    void asksOncePerBurst() {
        var batcher = new FxBatcher<Integer>(runLater::add, batches::add);
        IntStream.range(0, 1_000).forEach(batcher::add);
        assertThat(runLater).hasSize(1);
        runAll();
        assertThat(batches).hasSize(1);
        assertThat(batches.getFirst()).hasSize(1_000).isSorted();
    }

    @Test
    void handsOverAtMostItsBoundAndComesBackForTheRest() {
        var batcher = new FxBatcher<Integer>(runLater::add, 100, batches::add);
        IntStream.range(0, 250).forEach(batcher::add);
        runAll();
        assertThat(batches).extracting(List::size).containsExactly(100, 100, 50);
        assertThat(batches.stream().flatMap(List::stream)).hasSize(250).isSorted();
    }

    @Test
    void twentyThousandItemsOfAnotherThreadNeedFewVisits() throws InterruptedException {
        var visits = new LinkedBlockingQueue<Runnable>();
        var received = new ArrayList<Integer>();
        var batcher = new FxBatcher<Integer>(visits::add, received::addAll);
        Thread source =
                Thread.ofVirtual().start(() -> IntStream.range(0, 20_000).forEach(batcher::add));
        int visited = 0;
        while (received.size() < 20_000) {
            Runnable visit = visits.poll(10, TimeUnit.SECONDS);
            assertThat(visit).isNotNull();
            // The FX thread comes at the next pulse, not at once.
            TimeUnit.MILLISECONDS.sleep(2);
            visit.run();
            visited++;
        }
        source.join();
        assertThat(received).isSorted();
        assertThat(visited).isLessThan(200);
    }

    @Test
    void aSinkThatFailsDoesNotStopTheNextBatch() {
        var batcher =
                new FxBatcher<Integer>(
                        runLater::add,
                        1,
                        batch -> {
                            if (batch.contains(0)) {
                                throw new IllegalStateException("first");
                            }
                            batches.add(batch);
                        });
        batcher.add(0);
        batcher.add(1);
        assertThatThrownBy(this::runAll).hasMessage("first");
        runAll();
        assertThat(batches).containsExactly(List.of(1));
    }

    @Test
    void tellsNothingOnceClosed() {
        var batcher = new FxBatcher<Integer>(runLater::add, batches::add);
        batcher.add(1);
        batcher.close();
        batcher.add(2);
        runAll();
        assertThat(batches).isEmpty();
    }

    @Test
    void aLaterItemReplacesTheWaitingOneOfItsSubjectAndNothingMovesAcrossOneWithout() {
        List<List<String>> told = new ArrayList<>();
        FxBatcher<String> batcher =
                new FxBatcher<>(
                        runLater::add,
                        100,
                        item ->
                                item.startsWith("=")
                                        ? Optional.of(item.substring(0, 2))
                                        : Optional.empty(),
                        told::add);
        IntStream.range(0, 5_800).forEach(i -> batcher.add("=a" + i));
        batcher.add("=b");
        batcher.add("=a last");
        batcher.add("stop");
        batcher.add("=a after");
        runAll();
        assertThat(told).containsExactly(List.of("=a last", "=b", "stop", "=a after"));
        batcher.add("=a again");
        runAll();
        assertThat(told.getLast()).containsExactly("=a again");
    }
}
