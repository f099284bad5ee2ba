package dev.hearth.ui.composer;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Directory;
import dev.hearth.ui.kit.RightToLeft;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.text.EmojiLabel;
import dev.hearth.ui.text.EmojiUse;
import dev.hearth.ui.text.MarkdownKeys;
import dev.hearth.ui.text.MarkdownKeys.Edit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Where a person writes. Enter sends, Shift+Enter breaks the line, Up edits their last message,
/// Escape leaves an edit or an answer.
public final class ComposerView {
    private static final PseudoClass BESIDE_BAR = PseudoClass.getPseudoClass("beside-bar");
    private static final PseudoClass TOO_LONG = PseudoClass.getPseudoClass("too-long");

    private final ComposerViewModel model;
    private final Runnable onSent;
    private final Runnable onUp;
    private final RegardingBar regarding;
    private final Label typing = new EmojiLabel("", "typing");
    private final ComposerField field = new ComposerField();
    private final CompletionPopup completions;
    private final Label note = Controls.label("", "composer-note");
    private final Label problem = Controls.paragraph("", "field-problem");
    private final Button send;
    private final VBox root;

    /// @param onUp runs when Up is pressed where nothing is written
    /// @param names the people that can be called with `@`
    /// @param emoji which emoji the person takes
    public ComposerView(
            ComposerViewModel model,
            Directory people,
            Runnable onSent,
            Runnable onUp,
            Supplier<List<String>> names,
            EmojiUse emoji) {
        this.model = model;
        this.onSent = onSent;
        this.onUp = onUp;
        regarding = new RegardingBar(model, people);
        typing.setId("typing");
        typing.setMinHeight(Region.USE_PREF_SIZE);
        typing.setAccessibleRole(AccessibleRole.TEXT);
        field.setId("composer");
        field.wrapTextProperty().bind(field.textProperty().map(text -> !RightToLeft.isIn(text)));
        field.setPrefRowCount(1);
        field.setPromptText(Texts.text("composer.prompt"));
        field.setAccessibleText(Texts.text("composer.prompt"));
        completions = new CompletionPopup(field, names, emoji);
        field.addEventFilter(KeyEvent.KEY_PRESSED, completions::keyPressed);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        send =
                Controls.iconButton(
                        Feather.SEND, Texts.text("composer.send"), this::send, "send-button");
        send.setId("send");
        HBox.setHgrow(field, Priority.ALWAYS);
        var line = new HBox(field, send);
        line.getStyleClass().add("composer-line");
        var column = new VBox(typing, regarding.node(), line, note, problem);
        column.getStyleClass().add("composer-column");
        column.setMaxWidth(Controls.COLUMN);
        root = new VBox(column);
        root.getStyleClass().add("composer");
        new GrowingLines(field, 8).install();
    }

    public Node node() {
        return root;
    }

    /// Keeps in line with the messages, which make room for their scroll bar.
    public void standBesideBar(boolean bar) {
        root.pseudoClassStateChanged(BESIDE_BAR, bar);
    }

    /// Writes on where the cursor is, with what was typed elsewhere.
    public void type(String characters) {
        field.requestFocus();
        field.replaceSelection(characters);
    }

    public boolean hasSelection() {
        return field.isFocused() && field.getSelection().getLength() > 0;
    }

    public void focus() {
        field.requestFocus();
    }

    public void attach(Subscriptions subscriptions) {
        subscriptions.watch(model.textProperty(), this::write);
        subscriptions.watch(field.textProperty(), model.textProperty()::set);
        send.disableProperty().bind(model.canSendBinding().not());
        subscriptions.add(send.disableProperty()::unbind);
        subscriptions.watch(model.warningBinding(), this::warn);
        subscriptions.watch(model.problemProperty(), this::explain);
        subscriptions.watch(model.regardingProperty(), this::turnTo);
        subscriptions.add(completions::close);
    }

    /// Shows a text that was not typed here, with the caret at its end.
    private void write(String text) {
        if (!text.equals(field.getText())) {
            field.show(text);
            field.end();
            completions.close();
        }
    }

    /// Says who else is writing; empty for nobody.
    public void showTyping(String words) {
        typing.setText(words);
    }

    private void turnTo(Optional<Regarding> about) {
        regarding.show(about);
        if (about.isPresent()) {
            field.requestFocus();
            field.end();
        }
    }

    private void warn(String words) {
        note.setText(words);
        note.pseudoClassStateChanged(TOO_LONG, model.isTooLong());
        Controls.show(note, !words.isEmpty());
    }

    private void explain(String words) {
        problem.setText(words);
        Controls.show(problem, !words.isEmpty());
    }

    private void send() {
        if (model.send()) {
            onSent.run();
        }
        field.requestFocus();
    }

    /// The text area itself ignores Shift+Enter, so the line is broken here.
    private void keyPressed(KeyEvent event) {
        if (event.isConsumed()) {
            return;
        }
        boolean bare = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (event.getCode() == KeyCode.UP && bare && field.getText().isEmpty()) {
            onUp.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE
                && model.regardingProperty().get().isPresent()) {
            model.cancel();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            enter(event);
        } else if (event.isShortcutDown() && !event.isAltDown()) {
            sign(event).ifPresent(sign -> toggle(event, sign));
        }
    }

    private static Optional<MarkdownKeys.Sign> sign(KeyEvent event) {
        if (event.isShiftDown()) {
            return event.getCode() == KeyCode.X
                    ? Optional.of(MarkdownKeys.Sign.STRUCK)
                    : Optional.empty();
        }
        return switch (event.getCode()) {
            case B -> Optional.of(MarkdownKeys.Sign.BOLD);
            case I -> Optional.of(MarkdownKeys.Sign.ITALIC);
            case E -> Optional.of(MarkdownKeys.Sign.CODE);
            default -> Optional.empty();
        };
    }

    private void toggle(KeyEvent event, MarkdownKeys.Sign sign) {
        IndexRange selected = field.getSelection();
        var before = new Edit(field.getText(), selected.getStart(), selected.getEnd());
        Edit after = MarkdownKeys.toggle(before, sign);
        // As one replacement of all, so that undoing takes it back at once.
        field.replaceText(0, field.getLength(), after.text());
        field.selectRange(after.start(), after.end());
        event.consume();
    }

    private void enter(KeyEvent event) {
        if (event.isShiftDown()) {
            field.replaceSelection("\n");
        } else {
            send();
        }
        event.consume();
    }
}
