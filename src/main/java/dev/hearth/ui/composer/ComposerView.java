package dev.hearth.ui.composer;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Directory;
import dev.hearth.ui.kit.Shortcut;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.TextSize;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.text.EmojiLabel;
import dev.hearth.ui.text.EmojiUse;
import dev.hearth.ui.text.MarkdownKeys;
import dev.hearth.ui.text.MarkdownKeys.Edit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
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

    private static final Map<Shortcut, MarkdownKeys.Sign> SIGNS =
            Map.of(
                    Shortcut.BOLD, MarkdownKeys.Sign.BOLD,
                    Shortcut.ITALIC, MarkdownKeys.Sign.ITALIC,
                    Shortcut.CODE, MarkdownKeys.Sign.CODE,
                    Shortcut.STRUCK, MarkdownKeys.Sign.STRUCK);

    private final ComposerViewModel model;
    private final Runnable onSent;
    private final Runnable onUp;
    private final RegardingBar regarding;
    private final Label typing = new EmojiLabel("", "typing");
    private final ComposerField field = new ComposerField();
    private final TwoWayWriting writing = new TwoWayWriting(field);
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
        field.setPrefRowCount(1);
        field.setPromptText(Texts.text("composer.prompt"));
        field.setAccessibleText(Texts.text("composer.prompt"));
        completions = new CompletionPopup(field, names, emoji);
        field.addEventFilter(KeyEvent.KEY_PRESSED, completions::keyPressed);
        field.addEventFilter(KeyEvent.KEY_PRESSED, writing::keyPressed);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        send =
                Controls.iconButton(
                        Feather.SEND, Texts.text("composer.send"), this::send, "send-button");
        send.setId("send");
        HBox.setHgrow(writing, Priority.ALWAYS);
        var line = new HBox(writing, send);
        line.getStyleClass().add("composer-line");
        var column = new VBox(typing, regarding.node(), line, note, problem);
        column.getStyleClass().add("composer-column");
        column.maxWidthProperty().bind(TextSize.factorProperty().multiply(Controls.COLUMN));
        root = new VBox(column);
        root.getStyleClass().add("composer");
        new GrowingLines(field, writing, 8).install();
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

    /// The text area itself ignores Shift+Enter, so the line is broken here; and it writes a tab
    /// where everything else in the window lets the keyboard go on.
    private void keyPressed(KeyEvent event) {
        if (event.isConsumed()) {
            return;
        }
        if (Shortcut.EDIT_LAST.is(event) && field.getText().isEmpty()) {
            onUp.run();
        } else if (Shortcut.CANCEL.is(event) && model.regardingProperty().get().isPresent()) {
            model.cancel();
        } else if (Shortcut.LINE_BREAK.is(event)) {
            field.replaceSelection("\n");
        } else if (event.getCode() == KeyCode.ENTER) {
            send();
        } else if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
            field.requestFocusTraversal(
                    event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        } else if (sign(event).isPresent()) {
            toggle(sign(event).get());
        } else {
            return;
        }
        event.consume();
    }

    private static Optional<MarkdownKeys.Sign> sign(KeyEvent event) {
        return SIGNS.entrySet().stream()
                .filter(each -> each.getKey().is(event))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void toggle(MarkdownKeys.Sign sign) {
        IndexRange selected = field.getSelection();
        var before = new Edit(field.getText(), selected.getStart(), selected.getEnd());
        Edit after = MarkdownKeys.toggle(before, sign);
        // As one replacement of all, so that undoing takes it back at once.
        field.replaceText(0, field.getLength(), after.text());
        field.selectRange(after.start(), after.end());
    }
}
