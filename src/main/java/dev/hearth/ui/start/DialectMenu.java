package dev.hearth.ui.start;

import dev.hearth.client.DialectCatalogue.Offer;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Shown;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Which events the server speaks, for those who know better than what is found out; and the room,
/// where there are some.
final class DialectMenu {
    private final DialectPick pick;
    private final MenuButton menu = new MenuButton();
    private final TextField room = new TextField();

    DialectMenu(DialectPick pick) {
        this.pick = pick;
        menu.setId("dialect");
        menu.getStyleClass().addAll("disclosure", "dialect");
        menu.setTooltip(new Tooltip(Texts.text("join.dialectHelp")));
        menu.setMinWidth(Region.USE_PREF_SIZE);
        room.setMinWidth(0);
        room.setId("dialect-room");
        room.setPromptText(Texts.text("join.room"));
        room.setAccessibleText(Texts.text("join.room"));
        menu.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Controls.show(menu, false);
    }

    Region node() {
        return menu;
    }

    /// Shown where there are rooms.
    Node room() {
        return room;
    }

    void attach(Subscriptions subscriptions) {
        room.textProperty().bindBidirectional(pick.roomProperty());
        subscriptions.add(() -> room.textProperty().unbindBidirectional(pick.roomProperty()));
        subscriptions.add(pick.offers().subscribe(this::fill));
        fill(); // this screen may come after another one that has read them
        subscriptions.watch(pick.pickedProperty(), this::show);
        pick.load();
    }

    private void fill() {
        var group = new ToggleGroup();
        menu.getItems()
                .setAll(
                        pick.offers().stream()
                                .map(
                                        offer -> {
                                            var item = new RadioMenuItem(words(offer));
                                            item.setToggleGroup(group);
                                            item.setOnAction(event -> choose(offer));
                                            return item;
                                        })
                                .toList());
        Controls.show(menu, !pick.offers().isEmpty());
        show(pick.pickedProperty().get());
    }

    private void choose(Offer offer) {
        pick.pickedProperty().set(Optional.of(offer));
        if (offer.hasRooms()) {
            room.requestFocus();
        }
    }

    private void show(Optional<Offer> picked) {
        String text =
                picked.map(offer -> Texts.text("join.dialectIs", offer.word()))
                        .orElse(Texts.text("join.dialect"));
        menu.setText(text);
        menu.setAccessibleText(text);
        Controls.show(room, picked.filter(Offer::hasRooms).isPresent());
        for (int i = 0; i < pick.offers().size(); i++) {
            boolean now = picked.filter(pick.offers().get(i)::equals).isPresent();
            if (menu.getItems().get(i) instanceof RadioMenuItem item) {
                item.setSelected(now);
            }
        }
    }

    private static String words(Offer offer) {
        String about =
                offer.chosen().equals(offer.word())
                        ? Texts.text("dialect." + offer.word())
                        : Shown.line(offer.about());
        return about.isEmpty() ? offer.word() : offer.word() + " \u2013 " + about;
    }

    void setDisable(boolean disable) {
        menu.setDisable(disable);
        room.setDisable(disable);
    }
}
