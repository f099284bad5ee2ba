package dev.hearth.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Something is under way: what, in words, and a way to give up.
public final class Waiting extends HBox {
    private final Label words = Controls.paragraph("", "waiting-words");
    private final Button cancel;

    public Waiting(Runnable onCancel) {
        var spinner = new ProgressIndicator();
        spinner.getStyleClass().add("waiting-spinner");
        cancel = Controls.button(Texts.text("cancel"), onCancel, "quiet-button");
        cancel.setId("cancel");
        words.setMaxWidth(Double.MAX_VALUE);
        setHgrow(words, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("waiting");
        getChildren().addAll(spinner, words, cancel);
        Controls.show(this, false);
    }

    public void show(String what) {
        words.setText(what);
        Controls.show(this, true);
        cancel.requestFocus();
    }

    public void hide() {
        Controls.show(this, false);
    }
}
