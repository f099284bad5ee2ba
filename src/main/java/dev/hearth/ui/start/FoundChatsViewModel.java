package dev.hearth.ui.start;

import dev.hearth.net.FoundChat;
import dev.hearth.net.Neighbourhood;
import dev.hearth.net.Neighbourhood.Surroundings;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.Subscriptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The chats that are announced on the networks of this computer, while somebody looks: as they
/// come and go. The own one is not among them. FX thread only.
public final class FoundChatsViewModel {
    /// How long nothing is found before that is said.
    private static final Duration LOOKING = Duration.ofSeconds(3);

    enum Outcome {
        LOOKING,
        FOUND,
        NONE,
        NO_NETWORK
    }

    private final Neighbourhood neighbourhood;
    private final Supplier<Optional<String>> own;
    private final FxContext context;
    private final ObservableList<FoundChat> chats = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Outcome> outcome =
            new ReadOnlyObjectWrapper<>(Outcome.LOOKING);
    private Surroundings around = new Surroundings(List.of(), true);
    private boolean looked;

    /// @param own the id of the chat that this window hosts, if it does
    public FoundChatsViewModel(
            Neighbourhood neighbourhood, Supplier<Optional<String>> own, FxContext context) {
        this.neighbourhood = neighbourhood;
        this.own = own;
        this.context = context;
    }

    /// Looks for chats from now on, until `subscriptions` are given up.
    void attach(Subscriptions subscriptions) {
        around = new Surroundings(List.of(), true);
        looked = false;
        boolean[] watching = {true};
        Neighbourhood.Watch watch =
                neighbourhood.watch(
                        now ->
                                context.fx()
                                        .execute(
                                                () -> {
                                                    if (watching[0]) {
                                                        around = now;
                                                        show();
                                                    }
                                                }));
        subscriptions.add(
                () -> {
                    watching[0] = false;
                    watch.close();
                });
        subscriptions.add(
                context.timers()
                        .once(
                                LOOKING,
                                () -> {
                                    looked = true;
                                    show();
                                }));
        show();
    }

    private void show() {
        List<FoundChat> others =
                around.chats().stream()
                        .filter(chat -> own.get().filter(chat.id()::equals).isEmpty())
                        .toList();
        if (!chats.equals(others)) {
            chats.setAll(others);
        }
        if (!others.isEmpty()) {
            outcome.set(Outcome.FOUND);
        } else if (!around.listening()) {
            outcome.set(Outcome.NO_NETWORK);
        } else {
            outcome.set(looked ? Outcome.NONE : Outcome.LOOKING);
        }
    }

    /// The address at which `chat` answers.
    CompletionStage<URI> way(FoundChat chat) {
        return neighbourhood.way(chat);
    }

    ObservableList<FoundChat> chats() {
        return chats;
    }

    ReadOnlyObjectProperty<Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }
}
