package dev.hearth.ui.text;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.TextSize;
import dev.hearth.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/// Where the person picks an emoji: a search field, the recent ones, all groups. The arrow keys
/// choose while the field keeps the focus, Enter takes, Escape leaves. FX thread only.
public final class EmojiPicker {
    private static final double HEIGHT = 340;
    private static final double TONE_SIZE = 20;
    private static final double ROW = 37;

    private final EmojiPickerViewModel model;
    private final TextField search = new TextField();
    private final ListView<PickerRow> list = new ListView<>();
    private final Label name = Controls.label("", "emoji-name");
    private final Button tone;
    private final Popup popup = new Popup();
    private Consumer<String> taker = emoji -> {};

    public EmojiPicker(EmojiUse use) {
        model = new EmojiPickerViewModel(use);
        search.setId("emoji-search");
        search.setPromptText(Texts.text("emoji.search"));
        search.setAccessibleText(Texts.text("emoji.search"));
        search.textProperty().bindBidirectional(model.queryProperty());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        HBox.setHgrow(search, Priority.ALWAYS);
        tone = Controls.button("", model::nextTone, "emoji-tone");
        tone.setFocusTraversable(false);
        tone.setAccessibleText(Texts.text("emoji.tone"));
        model.toneProperty().subscribe(number -> showTone());
        list.setItems(model.rows());
        list.setCellFactory(view -> new PickerCell(model, this::take));
        list.setFocusTraversable(false);
        list.getStyleClass().add("emoji-list");
        model.chosenProperty().subscribe(place -> showChosen());
        var head = new HBox(search, tone);
        head.getStyleClass().add("emoji-head");
        var root = new VBox(head, list, name);
        root.getStyleClass().add("emoji-picker");
        popup.getContent().add(root);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    /// Opens beside `owner`.
    ///
    /// @param taker gets the emoji that is picked
    public void show(Node owner, Consumer<String> taker) {
        this.taker = taker;
        model.refresh();
        list.setPrefHeight(TextSize.space(HEIGHT));
        list.setFixedCellSize(TextSize.space(ROW));
        Bounds place = owner.localToScreen(owner.getBoundsInLocal());
        popup.show(owner, place.getMinX(), place.getMaxY());
        search.requestFocus();
    }

    private void showTone() {
        Emoji hand = EmojiTable.get().named("raised_hand").orElseThrow();
        tone.setGraphic(EmojiPicture.of(hand.inTone(model.toneProperty().get()), TONE_SIZE));
        list.refresh();
    }

    private void showChosen() {
        name.setText(
                model.chosen()
                        .map(emoji -> ":" + emoji.name() + ":")
                        .orElse(Texts.text("emoji.none")));
        int row = model.chosenProperty().get().row();
        if (row < model.rows().size()) {
            list.scrollTo(Math.max(0, row - 2));
        }
    }

    private void take(Emoji emoji) {
        popup.hide();
        taker.accept(model.inTone(emoji));
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> model.moveAlong(-1);
            case RIGHT -> model.moveAlong(1);
            case UP -> model.moveAcross(-1);
            case DOWN -> model.moveAcross(1);
            case ENTER -> model.chosen().ifPresent(this::take);
            case ESCAPE -> popup.hide();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
