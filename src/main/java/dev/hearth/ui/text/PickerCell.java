package dev.hearth.ui.text;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Texts;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A row of the picker on screen.
final class PickerCell extends ListCell<PickerRow> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double SIZE = 24;

    private final EmojiPickerViewModel model;
    private final Consumer<Emoji> take;
    private final HBox picks = new HBox();

    PickerCell(EmojiPickerViewModel model, Consumer<Emoji> take) {
        this.model = model;
        this.take = take;
        picks.getStyleClass().add("emoji-row");
        // The list drops cells without telling them: out of the window they must not listen.
        model.chosenProperty()
                .when(sceneProperty().map(Objects::nonNull).orElse(false))
                .subscribe(place -> showChosen());
    }

    @Override
    protected void updateItem(@Nullable PickerRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setGraphic(null);
        if (row == null || empty) {
            return;
        }
        switch (row) {
            case PickerRow.Title title ->
                    setGraphic(Controls.label(Texts.text(title.key()), "emoji-title"));
            case PickerRow.Picks line -> {
                picks.getChildren().setAll(line.emoji().stream().map(this::pick).toList());
                setGraphic(picks);
                showChosen();
            }
        }
    }

    private Button pick(Emoji emoji) {
        Button pick = Controls.button("", () -> take.accept(emoji), "emoji-pick");
        pick.setGraphic(EmojiPicture.of(emoji.inTone(model.toneProperty().get()), SIZE));
        pick.setAccessibleText(emoji.name());
        pick.setFocusTraversable(false);
        return pick;
    }

    private void showChosen() {
        EmojiPickerViewModel.Place place = model.chosenProperty().get();
        for (int i = 0; i < picks.getChildren().size(); i++) {
            boolean chosen = place.row() == getIndex() && place.column() == i;
            picks.getChildren().get(i).pseudoClassStateChanged(CHOSEN, chosen);
        }
    }
}
