package dev.hearth.ui.composer;

import dev.hearth.model.SafeText;
import javafx.scene.control.TextArea;

/// The text area of the composer. What is put into it from elsewhere has its line breaks as line
/// breaks: JavaFX drops a carriage return that stands alone, and with it the space between words.
final class ComposerField extends TextArea {
    @Override
    public void replaceText(int start, int end, String text) {
        super.replaceText(start, end, SafeText.lineBreaks(text));
    }

    /// Shows a text that was not typed here.
    void show(String text) {
        setText(SafeText.lineBreaks(text));
    }
}
