package dev.hearth.ui.kit;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A problem, where it belongs, with the code in small print.
public final class ProblemNote extends HBox {
    private final Label sentence = Controls.paragraph("", "problem-sentence");
    private final Label code = Controls.label("", "fine-print");

    public ProblemNote() {
        var words = new VBox(sentence, code);
        words.getStyleClass().add("problem-words");
        setHgrow(words, Priority.ALWAYS);
        getStyleClass().add("problem-note");
        getChildren().addAll(Icons.medium(Feather.ALERT_CIRCLE), words);
        setAccessibleRole(AccessibleRole.TEXT);
        show(Optional.empty());
    }

    /// Shows `problem`, or hides this.
    public void show(Optional<Problem> problem) {
        Controls.show(this, problem.isPresent());
        problem.ifPresent(this::fill);
    }

    private void fill(Problem problem) {
        sentence.setText(problem.sentence());
        code.setText(Texts.text("problem.code", problem.code()));
        setAccessibleText(problem.sentence());
    }
}
