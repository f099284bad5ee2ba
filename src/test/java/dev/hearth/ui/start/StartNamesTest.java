package dev.hearth.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.DialectCatalogue;
import dev.hearth.model.NameCheck;
import dev.hearth.net.Neighbourhood;
import dev.hearth.testkit.NameExamples;
import dev.hearth.ui.fakes.FakePreferences;
import dev.hearth.ui.fakes.FakeTimers;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.NothingOpen;
import dev.hearth.ui.kit.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The start screen judges names as the host does, before a host is started or asked.
final class StartNamesTest {
    private final FakeWorld world = new FakeWorld();
    private final StartViewModel model =
            new StartViewModel(
                    world,
                    request -> {
                        throw new AssertionError("nobody knocks");
                    },
                    new NothingOpen(),
                    new FoundChatsViewModel(
                            Neighbourhood.NONE, Optional::empty, new FakeTimers().context()),
                    new RecentChats(FakePreferences.of("Mira")),
                    FakePreferences.of("Mira"),
                    new FakeTimers().context(),
                    DialectCatalogue.NONE);

    static Stream<NameExamples.Wish> unfit() {
        return NameExamples.wishes().filter(wish -> !wish.isFit());
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void aNameThatTheHostWouldRefuseIsRefusedBeforeAnyoneIsAsked(NameExamples.Wish wish) {
        model.nameProperty().set(wish.wish());
        model.host();
        model.join("10.0.0.7");
        assertThat(world.wishes()).isEmpty();
        var problem = ((NameCheck.Unfit) wish.expected()).problem();
        String text = model.nameProblemProperty().get();
        assertThat(text).isEqualTo(Texts.text("name." + problem.name().toLowerCase(Locale.ROOT)));
        assertThat(text).contains(" ");
    }
}
