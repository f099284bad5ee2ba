package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.WindowTest;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What programs write looks like what people write, and is not taken for it.
final class ProgramStoriesTest extends WindowTest {
    private static final Person PROGRAM = new Person(new PersonId("4f1c"), "CI", Role.PROGRAM);

    private void says(int seq, Person from, String text) {
        interact(
                () ->
                        world.chat()
                                .tell(
                                        new Event.MessageAdded(
                                                new Message(
                                                        new EntryId("p" + seq),
                                                        RoomId.LOBBY,
                                                        OptionalLong.of(seq),
                                                        from,
                                                        FakeWorld.NOW,
                                                        text,
                                                        false,
                                                        Delivery.DELIVERED,
                                                        Message.Details.NONE))));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aProgramIsMarkedAndHasNoConversations(ThemeChoice theme) {
        open(theme, 900, 640);
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        interact(() -> world.chat().enter("Amina", "Omar"));
        says(1, PROGRAM, "Build 17 passed on `main`.");
        says(2, PROGRAM, "Ann: deployed");
        says(3, new Person(new PersonId("a"), "Amina", Role.MEMBER), "Thanks, machine.");
        settle();
        assertThat(lookup(".program-mark").queryAll()).hasSize(1);
        screenshot("program-" + theme, check -> check.shows("CI", "Program", "Amina"));
        clickOn(".author");
        assertThat(isShown("#person-card")).isTrue();
        assertThat(reads("Program")).isTrue();
        assertThat(isShown("#card-message")).isFalse();
    }
}
