package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.WindowTest;
import dev.hearth.ui.kit.Shortcut;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The sheet of shortcuts, and that it says what is installed.
final class ShortcutSheetTest extends WindowTest {
    private void join(ThemeChoice theme) {
        open(theme, 900, 640);
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        interact(() -> world.chat().enter("Amina"));
    }

    private static List<MenuItem> all(List<MenuItem> items) {
        List<MenuItem> all = new ArrayList<>(items);
        items.stream()
                .filter(Menu.class::isInstance)
                .forEach(menu -> all.addAll(all(((Menu) menu).getItems())));
        return all;
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aKeyShowsAllKeys(ThemeChoice theme) {
        join(theme);
        push(KeyCode.CONTROL, KeyCode.SLASH);
        String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
        screenshot("shortcuts" + suffix, "Keyboard shortcuts", "Search in this room", "Ctrl+K");
        for (Shortcut shortcut : Shortcut.values()) {
            assertThat(reads(shortcut.text())).as(shortcut.name()).isTrue();
            assertThat(reads(shortcut.keys())).as(shortcut.name()).isTrue();
        }
        type(KeyCode.ESCAPE);
        assertThat(isShown("#shortcuts")).isFalse();
        write("hi");
        assertThat(find("#composer", javafx.scene.control.TextArea.class).getText())
                .isEqualTo("hi");
    }

    @Test
    void everyKeyOfTheMenuIsOnTheSheet() {
        join(ThemeChoice.LIGHT);
        Set<KeyCombination> onSheet = new HashSet<>();
        for (Shortcut shortcut : Shortcut.values()) {
            onSheet.add(shortcut.combination());
        }
        Set<KeyCombination> installed = new HashSet<>();
        all(find("#menu", MenuButton.class).getItems()).stream()
                .map(MenuItem::getAccelerator)
                .filter(Objects::nonNull)
                .forEach(installed::add);
        assertThat(onSheet).containsAll(installed);
        List<KeyCombination> ofTheMenu = new ArrayList<>();
        for (Shortcut.Where where : List.of(Shortcut.Where.CHAT, Shortcut.Where.WINDOW)) {
            where.shortcuts().forEach(each -> ofTheMenu.add(each.combination()));
        }
        for (Shortcut each :
                List.of(Shortcut.ANOTHER_CHAT, Shortcut.NEXT_CHAT, Shortcut.PREVIOUS_CHAT)) {
            ofTheMenu.add(each.combination());
        }
        assertThat(installed).containsExactlyInAnyOrderElementsOf(ofTheMenu);
    }

    @Test
    void noKeyMeansTwoThingsInOnePlace() {
        for (Shortcut.Where where : Shortcut.Where.values()) {
            assertThat(where.shortcuts()).map(Shortcut::keys).doesNotHaveDuplicates();
        }
    }
}
