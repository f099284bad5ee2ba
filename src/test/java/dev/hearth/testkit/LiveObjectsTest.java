package dev.hearth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LiveObjectsTest {
    private record Kept(int number) {}

    @Test
    void countsWhatIsKeptAndNotWhatIsGone() {
        LiveObjects before = LiveObjects.count();
        List<Kept> kept = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            kept.add(new Kept(i));
        }
        assertThat(LiveObjects.count().more(before, 100))
                .containsEntry(Kept.class.getName(), 1_000L);
        kept.clear();
        assertThat(LiveObjects.count().more(before, 100))
                .doesNotContainKey(Kept.class.getName());
    }
}
