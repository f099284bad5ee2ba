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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Which events the server speaks, for those who know better than what is found out; and the room,
/// where there are some.
final class DialectMenu {
    private final DialectPick pick;
    private final MenuButton menu = new MenuButton();
    private final TextField room = new TextField();
    private final HBox root = new HBox(menu, room);

    DialectMenu(DialectPick pick) {
        this.pick = pick;
        menu.setId("dialect");
        menu.getStyleClass().add("disclosure");
        menu.setTooltip(new Tooltip(Texts.text("join.dialectHelp")));
        menu.setMinWidth(0);
        room.setId("dialect-room");
        room.setPromptText(Texts.text("join.room"));
        room.setAccessibleText(Texts.text("join.room"));
        HBox.setHgrow(room, Priority.ALWAYS);
        root.getStyleClass().add("dialect");
        Controls.show(root, false);
    }

    Node node() {
        return root;
    }

    void attach(Subscriptions subscriptions) {
        room.textProperty().bindBidirectional(pick.roomProperty());
        subscriptions.add(() -> room.textProperty().unbindBidirectional(pick.roomProperty()));
        subscriptions.add(pick.offers().subscribe(this::fill));
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
        Controls.show(root, !pick.offers().isEmpty());
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
        root.setDisable(disable);
    }
}
