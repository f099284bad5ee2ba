package dev.hearth.ui.timeline;

import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.TextSize;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Times;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.fxmisc.flowless.VirtualFlow;
import org.fxmisc.flowless.VirtualizedScrollPane;

/// The messages. Only the rows in sight exist: Flowless makes them from the list of the view model.
public final class TimelineView {
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final Duration FLASH = Duration.ofMillis(1_200);

    private final TimelineModel model;
    private final Times times;
    private final TimelineRows rows;
    private final VirtualFlow<Row, MessageCell> flow;
    private final StackPane root = new StackPane();
    private final ReadOnlyBooleanProperty scrollBarShown;
    private final BottomKeeper bottom;
    private final PlaceKeeper place;
    private final FocusKeeper focus;
    private final MessageMenu menu;
    private final HoverBar hover;
    private final NewMessagesKeeper fresh;
    private final RoomEventText happenings;
    private final TimelineActions actions;
    private final SelectingClicks clicks;
    private final SelectionBar selectionBar;
    private final Subscriptions subscriptions = new Subscriptions();
    private Runnable endFlash = () -> {};

    /// @param focusGone puts the keyboard elsewhere when the message that had it is gone
    public TimelineView(TimelineModel model, TimelineTools tools, Runnable focusGone) {
        this.model = model;
        times = new Times(model.context().clock());
        rows = new TimelineRows(model.items());
        happenings = new RoomEventText(model.people(), times);
        actions = new TimelineActions(model, tools, this::redraw, this::jumpTo, focusGone);
        menu = new MessageMenu(actions);
        clicks = new SelectingClicks(model.selected(), this::focus);
        selectionBar = new SelectionBar(model, actions.selectionCommands());
        flow = VirtualFlow.createVertical(rows, this::cell, VirtualFlow.Gravity.REAR);
        flow.setId("timeline");
        // One stop for Tab, not one per message: the arrow keys go on from there.
        flow.setFocusTraversable(true);
        flow.setAccessibleRole(AccessibleRole.LIST_VIEW);
        flow.setAccessibleText(Texts.text("timeline.name"));
        flow.getStyleClass().add("timeline-flow");
        var scroll = new VirtualizedScrollPane<>(flow);
        scroll.getStyleClass().add("timeline-scroll");
        bottom = new BottomKeeper(rows, flow, scroll);
        place = new PlaceKeeper(rows, flow, scroll, bottom, model);
        fresh = new NewMessagesKeeper(flow, bottom, model);
        focus = new FocusKeeper(flow, model, focusGone);
        scrollBarShown = scrollBarShown(scroll);
        root.getStyleClass().add("timeline");
        hover = new HoverBar(actions, menu);
        root.getChildren().addAll(scroll, hover, new LatestPill(model, bottom).node());
        root.addEventHandler(
                KeyEvent.KEY_PRESSED, new TimelineKeys(rows, flow, bottom, actions, menu));
    }

    public Node node() {
        return root;
    }

    /// Selects no messages any more.
    public void endSelection() {
        actions.selectionCommands().cancel();
    }

    /// What can be done with the messages that are selected.
    public SelectionBar selectionBar() {
        return selectionBar;
    }

    /// Whether the latest message is in sight, or will be as soon as it is laid out.
    public ReadOnlyBooleanProperty atBottomProperty() {
        return bottom.stickingProperty();
    }

    /// Whether a scroll bar takes some of the width.
    public ReadOnlyBooleanProperty scrollBarShownProperty() {
        return scrollBarShown;
    }

    private static ReadOnlyBooleanProperty scrollBarShown(Parent scroll) {
        return scroll.getChildrenUnmodifiable().stream()
                .filter(
                        child ->
                                child instanceof ScrollBar bar
                                        && bar.getOrientation() == Orientation.VERTICAL)
                .findFirst()
                .orElseThrow()
                .visibleProperty();
    }

    /// Moves by screenfuls, down or, if negative, up.
    public void page(int screenfuls) {
        scrollBy(screenfuls * Math.max(40, flow.getHeight() - 60));
    }

    private void scrollBy(double pixels) {
        flow.scrollYBy(pixels);
        bottom.lookAfterLayout();
        place.lookAfterLayout();
    }

    /// Shows where the new messages begin, if there are any.
    public void showNew() {
        fresh.show();
    }

    /// Where it stands, for [#restore] of another view of the same messages; empty at the end.
    public Optional<TimelinePlace> place() {
        return place.place();
    }

    /// Stands where another view stood.
    public void restore(TimelinePlace where) {
        place.restore(where);
    }

    public void jumpToLatest() {
        bottom.jump();
    }

    /// The day of the first row in sight; empty where there is none.
    public Optional<LocalDate> dayInSight() {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.get(flow.getFirstVisibleIndex()).item().at())
                        .map(at -> LocalDate.ofInstant(at, times.zone()));
    }

    /// Puts the keyboard on the last message in sight.
    public void focus() {
        if (!rows.isEmpty()) {
            flow.getCell(flow.getLastVisibleIndex()).getNode().requestFocus();
        }
    }

    private void focus(EntryId id) {
        int index = model.indexOf(id);
        if (index >= 0) {
            flow.getCell(index).getNode().requestFocus();
        }
    }

    public void attach() {
        ListChangeListener<Row> keep = change -> bottom.contentChanged();
        rows.addListener(keep);
        subscriptions.add(() -> rows.removeListener(keep));
        new WheelSteps(this::scrollBy).attach(root, subscriptions);
        bottom.attach(subscriptions);
        place.attach(subscriptions);
        subscriptions.add(hover.follow(root));
        fresh.attach(subscriptions);
        selectionBar.attach(subscriptions);
        subscriptions.add(model.selected()::clear);
        subscriptions.add(
                model.selected()
                        .countProperty()
                        .subscribe(
                                (before, now) -> {
                                    hover.hide();
                                    actions.selection().clear();
                                }));
        subscriptions.add(model.redraws().subscribe(this::redraw));
        subscriptions.add(TextSize.factorProperty().subscribe(() -> redraw(item -> true)));
    }

    public void detach() {
        subscriptions.close();
        endFlash.run();
        flow.dispose();
    }

    private MessageCell cell(Row row) {
        TimelineRow node =
                switch (row.item()) {
                    case Item.Said(Message message) -> messageRow(row, message);
                    case Item.Noted(Entry entry) ->
                            new NoteRow(row, happenings.words(entry), times, actions, model);
                };
        focus.watch(node);
        return new MessageCell(node);
    }

    private MessageRow messageRow(Row row, Message message) {
        var node = new MessageRow(row, message, times, actions, model);
        node.setOnContextMenuRequested(
                event -> {
                    // Some systems tell of the Menu key in this way too: the keys see to it.
                    if (!event.isKeyboardTrigger()) {
                        menu.show(node, event.getScreenX(), event.getScreenY());
                    }
                    event.consume();
                });
        clicks.install(node);
        return node;
    }

    private void redraw(EntryId id) {
        rows.redraw(model.indexOf(id));
    }

    /// Rows out of sight are drawn when they come into it.
    private void redraw(Predicate<Item> which) {
        List<EntryId> touched =
                flow.visibleCells().stream()
                        .map(cell -> cell.node().row().item())
                        .filter(which)
                        .map(Item::id)
                        .toList();
        touched.forEach(this::redraw);
    }

    private void jumpTo(EntryId id) {
        show(id, true);
    }

    /// Brings a message into sight, and lights it up.
    ///
    /// @param focus whether it gets the keyboard
    public void show(EntryId id, boolean focus) {
        int index = model.indexOf(id);
        if (index < 0) {
            return;
        }
        boolean inSight =
                flow.getCellIfVisible(index)
                        .map(cell -> cell.node().getBoundsInParent())
                        .filter(at -> at.getMinY() >= 0 && at.getMaxY() <= flow.getHeight())
                        .isPresent();
        place.leave();
        if (!inSight) {
            flow.showAtOffset(index, flow.getHeight() / 3);
            flow.layout();
            bottom.lookAfterLayout();
        }
        TimelineRow row = flow.getCell(index).node();
        if (focus) {
            row.requestFocus();
        }
        // First: the last one may have lit up the same row.
        endFlash.run();
        row.pseudoClassStateChanged(FOUND, true);
        Runnable end = () -> row.pseudoClassStateChanged(FOUND, false);
        Subscription timer = model.context().timers().once(FLASH, end);
        endFlash =
                () -> {
                    timer.unsubscribe();
                    end.run();
                };
    }

    /// Copies the messages that are selected, or what is marked with the mouse.
    ///
    /// @return whether anything was
    public boolean copySelection() {
        if (!model.selected().isEmpty()) {
            actions.selectionCommands().copy();
            return true;
        }
        if (actions.selection().isEmpty()) {
            return false;
        }
        actions.copy(actions.selection().text());
        return true;
    }
}
