package dev.hearth.ui.kit;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/// Controls to choose with. Stateless; FX thread only.
public final class Choices {
    private Choices() {}

    /// A list that opens, of which one is chosen.
    public static <T> ComboBox<T> of(
            String id, List<T> all, T chosen, Function<T, String> words, Consumer<T> use) {
        var box = new ComboBox<T>();
        box.setId(id);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T choice) {
                        return choice == null ? "" : words.apply(choice);
                    }

                    @Override
                    public T fromString(String text) {
                        throw new UnsupportedOperationException("nobody types into it");
                    }
                });
        box.getItems().setAll(all);
        box.setValue(chosen);
        box.valueProperty().subscribe((before, now) -> use.accept(now));
        return box;
    }

    /// A switch.
    public static CheckBox toggle(String id, boolean on, Consumer<Boolean> use) {
        var toggle = new CheckBox();
        toggle.setId(id);
        toggle.getStyleClass().add("switch");
        toggle.setSelected(on);
        toggle.selectedProperty().subscribe((before, now) -> use.accept(now));
        return toggle;
    }
}
