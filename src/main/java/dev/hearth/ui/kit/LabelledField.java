package dev.hearth.ui.kit;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// A labelled text field that says beneath what is wrong with it.
public final class LabelledField extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final TextField field = new TextField();
    private final Label problem = Controls.paragraph("", "field-problem");

    public LabelledField(String id, String labelKey) {
        Label label = Controls.label(Texts.text(labelKey), "field-label");
        label.setLabelFor(field);
        field.setId(id);
        field.setAccessibleText(Texts.text(labelKey));
        getStyleClass().add("labelled-field");
        getChildren().addAll(label, field, problem);
    }

    public TextField field() {
        return field;
    }

    public void bind(
            StringProperty text, ReadOnlyStringProperty wrong, Subscriptions subscriptions) {
        field.textProperty().bindBidirectional(text);
        subscriptions.add(() -> field.textProperty().unbindBidirectional(text));
        subscriptions.watch(
                wrong,
                words -> {
                    problem.setText(words);
                    Controls.show(problem, !words.isEmpty());
                    field.pseudoClassStateChanged(WRONG, !words.isEmpty());
                    field.setAccessibleHelp(words);
                });
    }
}
