package dev.hearth.socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.socketio.http.Budgets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SendQueueTest {
    private static final List<EncodedPacket> KILOBYTE =
            List.of(EncodedPacket.text("x".repeat(936)));

    private final Queue<Runnable> loop = new ArrayDeque<>();
    private final Counting owner = new Counting();
    private final SendQueue outbox =
            new SendQueue(loop::add, owner, 10_000, 20_000, Budgets.ample());

    private static final class Counting implements SendQueue.Owner {
        int drains;
        int overflows;
        int wakings;

        @Override
        public void drain() {
            drains++;
        }

        @Override
        public void overflowed() {
            overflows++;
        }

        @Override
        public void answerTaken() {}

        @Override
        public void writableAgain() {
            wakings++;
        }
    }

    private void offer(int times) {
        for (int i = 0; i < times; i++) {
            outbox.offer(null, KILOBYTE);
        }
    }

    @Test
    void schedulesOneDrainHoweverMuchIsOffered() {
        offer(9);
        assertThat(loop).hasSize(1);
        Objects.requireNonNull(loop.poll()).run();
        assertThat(owner.drains).isEqualTo(1);
        offer(1);
        assertThat(loop).hasSize(1);
    }

    @Test
    void countsUntilTheBytesAreSent() {
        offer(2);
        assertThat(outbox.pendingBytes()).isEqualTo(2_000);
        assertThat(Objects.requireNonNull(outbox.take()).cost()).isEqualTo(1_000);
        assertThat(outbox.pendingBytes()).isEqualTo(2_000);
        outbox.sent(1_000);
        assertThat(outbox.pendingBytes()).isEqualTo(1_000);
    }

    @Test
    void crossesTheWaterMarksOnceEach() {
        offer(9);
        assertThat(outbox.isWritable()).isTrue();
        outbox.sent(9_000);
        assertThat(owner.wakings).isZero();
        offer(11);
        assertThat(outbox.isWritable()).isFalse();
        outbox.sent(5_000);
        assertThat(owner.wakings).isZero();
        outbox.sent(3_000);
        outbox.sent(3_000);
        assertThat(owner.wakings).isEqualTo(1);
    }

    @Test
    void saysWhenItIsTooMuch() {
        offer(20);
        assertThat(owner.overflows).isZero();
        offer(1);
        assertThat(owner.overflows).isEqualTo(1);
    }

    @Test
    void takesNothingOnceClosed() {
        offer(1);
        outbox.close();
        offer(1);
        assertThat(outbox.take()).isNotNull();
        assertThat(outbox.take()).isNull();
        outbox.sent(1_000);
        assertThat(outbox.pendingBytes()).isZero();
    }
}
