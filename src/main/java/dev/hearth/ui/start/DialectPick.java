package dev.hearth.ui.start;

import dev.hearth.client.DialectCatalogue;
import dev.hearth.client.DialectCatalogue.Offer;
import dev.hearth.client.DialectWish;
import dev.hearth.ui.kit.FxContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a person wants a server to be talked with in. Unless they pick something, it is found out,
/// or as they picked it for that server before. FX thread only.
final class DialectPick {
    private static final Logger LOG = LoggerFactory.getLogger(DialectPick.class);
    private static final Offer AUTO =
            new Offer(DialectCatalogue.AUTO, DialectCatalogue.AUTO, "", false);

    private final DialectCatalogue catalogue;
    private final FxContext context;
    private final ObservableList<Offer> offers = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Offer>> picked =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty room = new SimpleStringProperty("");

    DialectPick(DialectCatalogue catalogue, FxContext context) {
        this.catalogue = catalogue;
        this.context = context;
    }

    /// Reads what there is, in the background: a person may have put a description into the folder.
    void load() {
        context.deliver(
                CompletableFuture.supplyAsync(catalogue::offers, Thread::startVirtualThread),
                (found, error) -> {
                    if (error != null) {
                        LOG.warn("The dialects cannot be listed", error);
                    } else if (found != null && !found.isEmpty()) {
                        show(found);
                    }
                });
    }

    private void show(List<Offer> found) {
        offers.setAll(Stream.concat(Stream.of(AUTO), found.stream()).toList());
    }

    /// What can be picked, finding it out first; empty until it is known.
    ObservableList<Offer> offers() {
        return offers;
    }

    ObjectProperty<Optional<Offer>> pickedProperty() {
        return picked;
    }

    /// The room that is wanted, where the dialect knows rooms.
    StringProperty roomProperty() {
        return room;
    }

    void clear() {
        picked.set(Optional.empty());
        room.set("");
    }

    /// @param hosted the chat itself, when this program hosts it: nothing has to be picked then
    DialectWish wish(Optional<HostedChat> hosted) {
        return DialectWish.NONE.withChosen(
                picked.get().filter(offer -> hosted.isEmpty()).map(this::chosen));
    }

    private String chosen(Offer offer) {
        String wanted = room.get().strip();
        return offer.hasRooms() && !wanted.isEmpty()
                ? offer.chosen() + ":" + wanted
                : offer.chosen();
    }
}
