package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.WindowTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/// Counts the rows that the sidebar makes.
final class SidebarRowsTest extends WindowTest {
    private Set<Node> rows() {
        return new HashSet<>(lookup(".room-row").queryAll());
    }

    @Test
    void aMessageElsewhereMakesOneRow() {
        open();
        interact(() -> window().open(new OpeningWish.Join("192.168.1.20", Optional.empty())));
        List<RoomId> rooms = new ArrayList<>();
        interact(
                () -> {
                    world.chat().enter("Amina");
                    for (int i = 0; i < 40; i++) {
                        rooms.add(world.chat().rooms().add("room " + i, RoomKind.PUBLIC));
                    }
                });
        settle();
        Set<Node> before = rows();
        assertThat(before).hasSizeGreaterThan(4);
        interact(
                () ->
                        world.chat()
                                .rooms()
                                .said(rooms.getFirst(), "Amina", FakeWorld.NOW, "*Hello* there"));
        settle();
        assertThat(reads("Amina: Hello there")).isTrue();
        Set<Node> made = rows();
        made.removeAll(before);
        assertThat(made).hasSize(1);
    }
}
