package dev.hearth.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

final class SpanListTest {
    private final SpanList<String> list = new SpanList<>();
    private final List<String> changes = new ArrayList<>();

    private void watch() {
        list.addListener(
                (ListChangeListener<String>)
                        change -> {
                            while (change.next()) {
                                changes.add(
                                        "%d -%s +%s"
                                                .formatted(
                                                        change.getFrom(),
                                                        change.getRemoved(),
                                                        change.getAddedSubList()));
                            }
                        });
    }

    private void becomes(String before, String now) {
        list.show(List.of(before.split("")));
        watch();
        list.show(List.of(now.split("")));
        assertThat(String.join("", list)).isEqualTo(now);
    }

    @Test
    void whatIsEqualIsNoChange() {
        becomes("abc", "abc");
        assertThat(changes).isEmpty();
    }

    @Test
    void oneOtherElementIsOneChangeOfOne() {
        becomes("abc", "axc");
        assertThat(changes).containsExactly("1 -[b] +[x]");
    }

    @Test
    void whatComesBetweenIsAdded() {
        becomes("abc", "abxc");
        assertThat(changes).containsExactly("2 -[] +[x]");
    }

    @Test
    void whatGoesIsRemoved() {
        becomes("abcd", "ad");
        assertThat(changes).containsExactly("1 -[b, c] +[]");
    }

    @Test
    void whatMovesUpChangesTheSpanItMovesOver() {
        becomes("abcdef", "aebcdf");
        assertThat(changes).containsExactly("1 -[b, c, d, e] +[e, b, c, d]");
    }

    @Test
    void anyListBecomesAnyOther() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            List<String> now = new ArrayList<>();
            for (int j = random.nextInt(8); j > 0; j--) {
                now.add(String.valueOf((char) ('a' + random.nextInt(4))));
            }
            list.show(now);
            assertThat(list).isEqualTo(now);
        }
    }
}
