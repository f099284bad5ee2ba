package dev.hearth.ui.search;

import dev.hearth.model.SearchAnswer;
import dev.hearth.model.SearchHits.Hit;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.ProblemNote;
import dev.hearth.ui.kit.Sheets;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Times;
import dev.hearth.ui.text.EmojiLabel;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The panel of the search: field, filters, what was looked through, and the hits. The field keeps
/// the keyboard: Up and Down choose, Enter goes to the message, Escape leads back and out.
public final class SearchView {
    /// How wide the panel is beside the messages. As in the style sheet, at the normal size of
    /// text.
    public static final double WIDTH = 344;

    private final SearchViewModel model;
    private final Times times;
    private final Consumer<Hit> go;
    private final Runnable close;
    private final TextField field = new TextField();
    private final FilterBar filters;
    private final Label count = Controls.label("", "search-count");
    private final Label range = Controls.paragraph("", "search-range");
    private final VBox status = new VBox(count, range);
    private final Label waiting = Controls.label("", "waiting-words");
    private final HBox progress;
    private final ProblemNote problem = new ProblemNote();
    private final HBox back;
    private final HitList hits;
    private final Label empty = EmojiLabel.paragraph("", "search-empty");
    private final Button wider;
    private final VBox nothing;
    private final VBox root = new VBox();

    /// @param go leads to a hit
    /// @param close closes the panel
    public SearchView(SearchViewModel model, Sheets sheets, Consumer<Hit> go, Runnable close) {
        this.model = model;
        this.go = go;
        this.close = close;
        times = new Times(model.context().clock());
        filters = new FilterBar(model, sheets, this::focus);
        hits = new HitList(model, times, this::use);
        progress = progress();
        back = back();
        wider = Controls.button(Texts.text("search.wider"), this::searchAll, "quiet-button");
        wider.setId("search-wider");
        nothing = new VBox(empty, wider);
        nothing.getStyleClass().add("search-nothing");
        status.getStyleClass().add("search-status");
        var body = new StackPane(hits.node(), nothing);
        body.setMinHeight(0);
        StackPane.setAlignment(nothing, Pos.TOP_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().addAll(head(), filters.node(), progress, problem, back, status, body);
        root.getStyleClass().add("search-panel");
        root.setId("search");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        root.addEventHandler(KeyEvent.KEY_TYPED, this::type);
    }

    private Node head() {
        field.setId("search-field");
        field.setPromptText(Texts.text("search.prompt"));
        field.setAccessibleText(Texts.text("search.prompt"));
        field.textProperty().bindBidirectional(model.queryProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::fieldKey);
        Node icon = Icons.small(Feather.SEARCH);
        icon.setMouseTransparent(true);
        StackPane.setAlignment(icon, Pos.CENTER_LEFT);
        var line = new StackPane(field, icon);
        line.getStyleClass().add("search-line");
        HBox.setHgrow(line, Priority.ALWAYS);
        Button away = Controls.iconButton(Feather.X, Texts.text("search.close"), close);
        away.setId("search-close");
        var head = new HBox(line, away);
        head.getStyleClass().add("search-head");
        return head;
    }

    private HBox progress() {
        var spinner = new ProgressIndicator();
        spinner.getStyleClass().add("waiting-spinner");
        waiting.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(waiting, Priority.ALWAYS);
        Button cancel = Controls.button(Texts.text("cancel"), model::stop, "quiet-button");
        cancel.setId("search-cancel");
        var line = new HBox(spinner, waiting, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("waiting", "search-progress");
        return line;
    }

    private HBox back() {
        Button button =
                Controls.iconButton(
                        Feather.ARROW_LEFT, Texts.text("search.back"), this::leaveSurroundings);
        button.setId("search-back");
        Label words = Controls.paragraph(Texts.text("search.around"), "search-range");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(button, words);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("search-back");
        return line;
    }

    public Region node() {
        return root;
    }

    public void attach(Subscriptions subscriptions) {
        filters.attach(subscriptions);
        subscriptions.watch(model.progressProperty(), this::show);
        subscriptions.add(model.stateProperty().subscribe((before, now) -> show()));
        subscriptions.add(model.filterProperty().subscribe((before, now) -> show()));
        subscriptions.add(model.aroundProperty().subscribe((before, now) -> show()));
        subscriptions.watch(model.chosenProperty(), index -> hits.choose(index.intValue()));
        show();
    }

    /// Puts the keyboard on the field, with what stands in it marked.
    public void focus() {
        field.requestFocus();
        field.selectAll();
    }

    /// Puts the keyboard back on the field, without marking what stands in it.
    public void keepFocus() {
        if (!field.isFocused()) {
            field.requestFocus();
            field.end();
        }
    }

    private void show(Progress now) {
        Controls.show(progress, now != Progress.NOTHING);
        waiting.setText(
                switch (now) {
                    case NOTHING -> "";
                    case SEARCHING -> Texts.text("search.searching");
                    case GOING -> Texts.text("search.going");
                });
    }

    private void show() {
        Optional<Surroundings> around = model.aroundProperty().get();
        Controls.show(back, around.isPresent());
        Controls.show(status, false);
        Controls.show(nothing, false);
        Controls.show(wider, false);
        problem.show(around.flatMap(Surroundings::problem));
        hits.node().setVisible(false);
        around.ifPresentOrElse(this::showAround, this::showState);
    }

    private void showAround(Surroundings around) {
        hits.node().setVisible(true);
        hits.show(around);
    }

    private void showState() {
        switch (model.stateProperty().get()) {
            case SearchState.Idle _ -> showNothing(Texts.text("search.idle"));
            case SearchState.Failed(var why) -> problem.show(Optional.of(why));
            case SearchState.Found(String text, SearchAnswer answer) -> showFound(text, answer);
        }
    }

    private void showNothing(String words) {
        empty.setText(words);
        Controls.show(nothing, true);
    }

    private void showFound(String text, SearchAnswer answer) {
        int found = answer.hits().hits().size();
        boolean further = answer.hits().more();
        Controls.show(status, true);
        Controls.show(count, found > 0);
        count.setText(Texts.text(further ? "search.first" : "search.count", found));
        range.setText(range(answer));
        if (found == 0) {
            showNothing(Texts.text("search.nothing", text));
            Controls.show(wider, model.filterProperty().get().room().isPresent());
            return;
        }
        hits.node().setVisible(true);
        hits.show(answer.hits().hits(), further && model.canAskForMore());
        hits.choose(model.chosenProperty().get());
    }

    private String range(SearchAnswer answer) {
        return answer.whole()
                ? Texts.text("search.whole")
                : answer.since()
                        .map(since -> Texts.text("search.keptSince", times.day(since)))
                        .orElseGet(() -> Texts.text("search.kept"));
    }

    private void searchAll() {
        model.lookIn(Optional.empty());
        focus();
    }

    private void use(int index) {
        model.chooseAt(index);
        model.take().ifPresent(go);
    }

    private void leaveSurroundings() {
        model.leaveSurroundings();
        focus();
    }

    private void fieldKey(KeyEvent event) {
        if (event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case DOWN -> model.choose(1);
            case UP -> model.choose(-1);
            case PAGE_DOWN -> hits.page(1);
            case PAGE_UP -> hits.page(-1);
            case ENTER -> {
                if (model.aroundProperty().get().isEmpty()) {
                    model.take().ifPresent(go);
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            if (model.aroundProperty().get().isPresent()) {
                leaveSurroundings();
            } else {
                close.run();
            }
            event.consume();
        }
    }

    /// What is typed anywhere in the panel goes on in its field.
    private void type(KeyEvent event) {
        boolean inField = event.getTarget() instanceof TextInputControl;
        String typed = event.getCharacter();
        if (!inField
                && !typed.isBlank()
                && !Character.isISOControl(typed.charAt(0))
                && !event.isShortcutDown()
                && !event.isAltDown()) {
            field.requestFocus();
            field.end();
            field.appendText(typed);
            event.consume();
        }
    }
}
