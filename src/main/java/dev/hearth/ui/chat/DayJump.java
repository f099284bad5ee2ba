package dev.hearth.ui.chat;

import dev.hearth.model.Capabilities;
import dev.hearth.model.EntryId;
import dev.hearth.model.FoldedMessage;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.DayPicker;
import dev.hearth.ui.kit.Popover;
import dev.hearth.ui.kit.Problem;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Toasts;
import dev.hearth.ui.timeline.DayChoice;
import dev.hearth.ui.timeline.LoadedSince;
import dev.hearth.ui.timeline.MomentFinder;
import dev.hearth.ui.timeline.MomentFinder.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// From a day that the person picks to its first message, or to the next one where nothing was
/// written on that day. The calendar stays until it is there, and with it goes the search. FX
/// thread only.
final class DayJump implements DayChoice {
    /// What is found sooner needs no word about it.
    private static final Duration SLOW = Duration.ofMillis(400);

    private final SessionViewModel session;
    private final Popover popover;
    private final ChatSearch search;
    private final Toasts toasts;
    private final Supplier<RoomPane> room;
    private Subscription way = Subscription.EMPTY;

    /// @param search shows what is too far back for the timeline
    /// @param room the room that is shown
    DayJump(
            SessionViewModel session,
            Popover popover,
            ChatSearch search,
            Toasts toasts,
            Supplier<RoomPane> room) {
        this.session = session;
        this.popover = popover;
        this.search = search;
        this.toasts = toasts;
        this.room = room;
    }

    @Override
    public boolean isOffered() {
        return session.capabilitiesProperty().get().filter(Capabilities::history).isPresent();
    }

    @Override
    public void pick(LocalDate shown, Node anchor) {
        Clock clock = session.context().clock();
        var card = new VBox();
        HBox waiting = waiting();
        var days = new DayPicker(shown, LocalDate.now(clock), day -> go(day, waiting));
        card.getChildren().addAll(days, waiting);
        card.setId("day-card");
        card.getStyleClass().add("day-card");
        popover.openUnder(card, anchor, days.focusTarget(), this::stop);
    }

    private HBox waiting() {
        var spinner = new ProgressIndicator();
        spinner.getStyleClass().add("waiting-spinner");
        Label words = Controls.label(Texts.text("day.going"), "waiting-words");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button cancel = Controls.button(Texts.text("cancel"), popover::close, "quiet-button");
        cancel.setId("day-cancel");
        var line = new HBox(spinner, words, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("waiting");
        Controls.show(line, false);
        return line;
    }

    private void stop() {
        way.unsubscribe();
        way = Subscription.EMPTY;
    }

    private void go(LocalDate day, Node waiting) {
        stop();
        RoomPane pane = room.get();
        Instant moment = day.atStartOfDay(session.context().clock().getZone()).toInstant();
        Optional<LoadedSince> loaded = pane.model().timeline().firstSince(moment);
        if (loaded.isEmpty()) {
            popover.close();
            pane.timeline().jumpToLatest();
            toasts.show(Texts.text("day.nothingSince"));
        } else if (loaded.get().isFirst() || loaded.get().seq().isEmpty()) {
            arrive(pane, loaded.get().id());
        } else {
            var later =
                    new Place(loaded.get().id(), loaded.get().seq().getAsLong(), Optional.empty());
            Subscription slow =
                    session.context().timers().once(SLOW, () -> Controls.show(waiting, true));
            way = Subscription.combine(slow, look(pane, moment, later));
        }
    }

    private Subscription look(RoomPane pane, Instant moment, Place later) {
        return new MomentFinder(session.commands().chat()::history, session.context())
                .find(pane.model().id(), moment, later, place -> load(pane, place), this::failed);
    }

    private void failed(Throwable why) {
        popover.close();
        toasts.show(Problem.of(why).sentence());
    }

    private void load(RoomPane pane, Place place) {
        way =
                Subscription.combine(
                        way,
                        pane.model()
                                .timeline()
                                .seek(place.id(), place.seq(), found -> ended(pane, place, found)));
    }

    private void ended(RoomPane pane, Place place, boolean found) {
        Optional<FoldedMessage> message = place.message();
        if (found) {
            arrive(pane, place.id());
        } else {
            popover.close();
            message.ifPresent(search::showApart);
        }
    }

    private void arrive(RoomPane pane, EntryId id) {
        popover.close();
        if (pane.equals(room.get())) {
            pane.reveal(id);
        }
    }
}
