package dev.hearth.ui.composer;

import dev.hearth.ui.composer.Completions.Choice;
import dev.hearth.ui.composer.Completions.Offer;
import dev.hearth.ui.kit.Avatar;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.text.EmojiLabel;
import dev.hearth.ui.text.EmojiPicture;
import dev.hearth.ui.text.EmojiUse;
import dev.hearth.ui.text.ShortCodes;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

/// Above the composer while a short code or a name is typed: what it may be. Up and Down choose,
/// Enter and Tab take, Escape closes; the field keeps the focus. FX thread only.
final class CompletionPopup {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double FACE = 22;
    private static final double GAP = 6;

    private final TextArea field;
    private final Supplier<List<String>> names;
    private final EmojiUse use;
    private final VBox list = new VBox();
    private final Popup popup = new Popup();
    private Optional<Offer> offer = Optional.empty();
    private Optional<Callable> callable = Optional.empty();
    private int chosen;

    /// Who could be called when a name began.
    ///
    /// @param at the index of its `@`
    private record Callable(int at, List<String> names) {}

    /// @param names the people that can be called
    CompletionPopup(TextArea field, Supplier<List<String>> names, EmojiUse use) {
        this.field = field;
        this.names = names;
        this.use = use;
        list.setId("completions");
        list.getStyleClass().add("completions");
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.setAccessibleText(Texts.text("composer.completions"));
        popup.getContent().add(list);
        popup.setHideOnEscape(false);
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_BOTTOM_LEFT);
        field.caretPositionProperty().subscribe(this::refresh);
        field.focusedProperty().subscribe(this::refresh);
        field.addEventFilter(KeyEvent.KEY_RELEASED, this::finish);
    }

    void close() {
        offer = Optional.empty();
        popup.hide();
    }

    private void refresh() {
        int caret = field.getCaretPosition();
        boolean writes =
                field.isFocused()
                        && caret <= field.getLength()
                        && field.getSelection().getLength() == 0;
        Optional<Callable> before = callable;
        callable = Optional.empty();
        Optional<Offer> now =
                writes
                        ? Completions.at(field.getText(), caret, at -> namesAt(at, before))
                        : Optional.<Offer>empty();
        if (now.isEmpty()) {
            close();
        } else if (!now.equals(offer)) {
            open(now.get());
        }
    }

    /// While a name is typed, those who could be called when it began.
    private List<String> namesAt(int at, Optional<Callable> before) {
        Callable now =
                before.filter(it -> it.at() == at).orElseGet(() -> new Callable(at, names.get()));
        callable = Optional.of(now);
        return now.names();
    }

    private void open(Offer now) {
        offer = Optional.of(now);
        list.getChildren().setAll(now.choices().stream().map(this::row).toList());
        choose(0);
        Bounds place = field.localToScreen(field.getLayoutBounds());
        if (place != null) {
            popup.show(field, place.getMinX(), place.getMinY() - GAP);
        }
    }

    private Node row(Choice choice) {
        Node face =
                switch (choice) {
                    case Choice.OfEmoji emoji -> EmojiPicture.of(emoji.insert(), FACE);
                    case Choice.OfName name -> new Avatar(FACE, name.label());
                };
        var row = new HBox(face, new EmojiLabel(choice.label(), "completion-label"));
        row.getStyleClass().add("completion");
        row.setMinWidth(Region.USE_PREF_SIZE);
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(choice.label());
        row.setOnMouseClicked(event -> take(choice));
        return row;
    }

    private void choose(int index) {
        chosen = index;
        for (int i = 0; i < list.getChildren().size(); i++) {
            list.getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == index);
        }
    }

    /// Takes the key where it is meant for the list.
    void keyPressed(KeyEvent event) {
        if (offer.isEmpty() || event.isShiftDown() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        List<Choice> choices = offer.get().choices();
        KeyCode key = event.getCode();
        if (key == KeyCode.UP || key == KeyCode.DOWN) {
            choose(Math.floorMod(chosen + (key == KeyCode.UP ? -1 : 1), choices.size()));
        } else if (key == KeyCode.ENTER || key == KeyCode.TAB) {
            take(choices.get(chosen));
        } else if (key == KeyCode.ESCAPE) {
            close();
        } else {
            return;
        }
        event.consume();
    }

    private void take(Choice choice) {
        offer.ifPresent(
                open -> {
                    close();
                    put(open.start(), open.end(), choice);
                });
    }

    private void put(int start, int end, Choice choice) {
        if (choice instanceof Choice.OfEmoji) {
            use.use(choice.insert());
        }
        field.replaceText(start, end, choice.insert());
    }

    /// A code is an emoji as soon as its second colon is typed.
    private void finish(KeyEvent event) {
        if (event.isShortcutDown() || field.getSelection().getLength() > 0) {
            return;
        }
        ShortCodes.finished(field.getText(), field.getCaretPosition())
                .ifPresent(
                        code -> {
                            String emoji = code.emoji().getFirst().text();
                            use.use(emoji);
                            field.replaceText(code.start(), code.end(), emoji);
                        });
    }
}
