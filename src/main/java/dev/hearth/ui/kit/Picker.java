package dev.hearth.ui.kit;

import dev.hearth.model.Names;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A list over the window from which the person picks by typing a few letters: arrows move, Enter
/// takes, Escape leaves. FX thread only.
public final class Picker {
    private static final double ROW = 44;
    private static final int ROWS = 7;

    private final Sheets sheets;
    private final Label title;
    private final TextField field = new TextField();
    private final FilteredList<Choice> shown;
    private final ListView<Choice> list;

    /// What can be picked.
    ///
    /// @param title what the letters typed are looked for in
    /// @param hint more about it, small at the end of the line
    /// @param face stands before it
    public record Choice(String title, String hint, Supplier<Node> face, Runnable use) {}

    public Picker(Sheets sheets, String title, String prompt, List<Choice> choices) {
        this.sheets = sheets;
        this.title = sheets.lettering().paragraph(title, "sheet-title");
        shown = new FilteredList<>(FXCollections.observableArrayList(choices));
        list = new ListView<>(shown);
        list.setId("picker-list");
        list.setFixedCellSize(TextSize.space(ROW));
        list.setPrefHeight(TextSize.space(ROW) * ROWS);
        list.setPlaceholder(Controls.label(Texts.text("picker.nothing"), "sheet-text"));
        list.getStyleClass().add("picker-list");
        list.setCellFactory(view -> new Cell());
        list.setAccessibleText(title);
        list.setFocusTraversable(false);
        field.setId("picker-field");
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.textProperty().subscribe(this::filter);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    public void open() {
        list.getSelectionModel().selectFirst();
        sheets.open(field, title, field, list);
    }

    private void filter(String typed) {
        String wish = Names.folded(typed);
        shown.setPredicate(choice -> Names.folded(choice.title()).contains(wish));
        list.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> go(event, 1);
            case UP -> go(event, -1);
            case ENTER -> {
                take(list.getSelectionModel().getSelectedItem());
                event.consume();
            }
            default -> {}
        }
    }

    private void go(KeyEvent event, int by) {
        if (!shown.isEmpty()) {
            int now = list.getSelectionModel().getSelectedIndex() + by;
            int next = Math.floorMod(now, shown.size());
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - ROWS / 2));
        }
        event.consume();
    }

    private void take(@Nullable Choice choice) {
        if (choice != null) {
            sheets.close();
            choice.use().run();
        }
    }

    private final class Cell extends ListCell<Choice> {
        Cell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
            getStyleClass().add("picker-cell");
            setOnMouseClicked(event -> take(getItem()));
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (choice == null || empty) {
                setGraphic(null);
                return;
            }
            Label name = sheets.lettering().line(choice.title(), "picker-title");
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            Label hint = Controls.label(choice.hint(), "picker-hint");
            hint.setMinWidth(Region.USE_PREF_SIZE);
            var line = new HBox(choice.face().get(), name, hint);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("picker-line");
            setGraphic(line);
            setAccessibleText(choice.title() + " " + choice.hint());
        }
    }
}
