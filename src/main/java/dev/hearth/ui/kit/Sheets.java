package dev.hearth.ui.kit;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Questions and notices that lie over the window until they are answered; one at a time. The
/// keyboard stays inside, Escape closes, and the focus goes back to where it was. FX thread only.
public final class Sheets extends StackPane {
    private static final String WIDE = "wide";
    private static final double MARGIN = 16;

    private final Lettering lettering;
    private final VBox card = new VBox();
    private @Nullable Node focusBefore;
    private Runnable onClose = () -> {};
    private @Nullable Node first;

    /// @param lettering draws what names of people and rooms are in
    public Sheets(Lettering lettering) {
        this.lettering = lettering;
        var scrim = new Region();
        scrim.getStyleClass().add("scrim");
        scrim.setOnMouseClicked(event -> close());
        card.getStyleClass().add("sheet");
        card.setId("sheet");
        setMargin(card, new Insets(MARGIN));
        card.setMaxHeight(USE_PREF_SIZE);
        setAlignment(card, Pos.CENTER);
        getStyleClass().add("sheets");
        getChildren().addAll(scrim, card);
        addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        sceneProperty()
                .flatMap(scene -> scene.focusOwnerProperty())
                .subscribe(owner -> keepFocusInside(owner));
        Controls.show(this, false);
    }

    Lettering lettering() {
        return lettering;
    }

    public boolean isOpen() {
        return isVisible();
    }

    /// Opens over the window, in place of what was open.
    ///
    /// @param focusFirst the node among `content` that gets the keyboard
    public void open(Node focusFirst, Node... content) {
        end();
        card.getStyleClass().remove(WIDE);
        show(focusFirst, content);
    }

    /// Opens a wider sheet, for more than a question.
    ///
    /// @param onClose runs when it is closed, or another takes its place
    public void openWide(Node focusFirst, Runnable onClose, Node... content) {
        end();
        afterwards(onClose);
        card.getStyleClass().remove(WIDE);
        card.getStyleClass().add(WIDE);
        show(focusFirst, content);
    }

    /// Runs `after` when what was just opened is closed, or another takes its place.
    public void afterwards(Runnable after) {
        onClose = after;
    }

    private void end() {
        Runnable ended = onClose;
        onClose = () -> {};
        ended.run();
    }

    private void show(Node focusFirst, Node... content) {
        if (!isOpen() && getScene() != null) {
            focusBefore = getScene().getFocusOwner();
        }
        first = focusFirst;
        card.getChildren().setAll(content);
        Controls.show(this, true);
        focusFirst.requestFocus();
    }

    /// Asks whether to do something that cannot be taken back. The keyboard is on what does no
    /// harm.
    public void ask(String title, String about, String yes, Runnable onYes) {
        ask(title, about, yes, onYes, () -> {});
    }

    /// @param after runs when it is closed, whatever was answered: to go on where it was asked
    public void ask(String title, String about, String yes, Runnable onYes, Runnable after) {
        Button stay = Controls.button(Texts.text("cancel"), this::close);
        stay.setCancelButton(true);
        Runnable sure =
                () -> {
                    close();
                    onYes.run();
                };
        Button go = Controls.button(yes, sure, "accent", "danger");
        go.setId("sure");
        var buttons = new HBox(stay, go);
        buttons.getStyleClass().add("sheet-buttons");
        open(
                stay,
                lettering.paragraph(title, "sheet-title"),
                Controls.paragraph(about, "sheet-text"),
                buttons);
        afterwards(after);
    }

    public void close() {
        if (!isOpen()) {
            return;
        }
        Controls.show(this, false);
        first = null;
        card.getChildren().clear();
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
        // It may open another, which the focus leaves for the same place.
        end();
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    private void keepFocusInside(@Nullable Node owner) {
        if (!isOpen() || first == null || owner == null) {
            return;
        }
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at == this) {
                return;
            }
        }
        first.requestFocus();
    }
}
