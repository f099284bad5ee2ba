package dev.hearth.ui.search;

import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import dev.hearth.ui.kit.Avatar;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Picker;
import dev.hearth.ui.kit.Picker.Choice;
import dev.hearth.ui.kit.Sheets;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// What the search is narrowed down to: a room, a person, a time. Each is picked from a list that
/// is searched by a few letters.
final class FilterBar {
    private static final double FACE = 28;

    private final SearchViewModel model;
    private final Sheets sheets;
    private final Runnable done;
    private final FilterChip room = new FilterChip("search-room", "search.room", this::pickRoom);
    private final FilterChip person =
            new FilterChip("search-person", "search.person", this::pickPerson);
    private final FilterChip period =
            new FilterChip("search-period", "search.period", this::pickPeriod);
    private final FlowPane root = new FlowPane(room, person, period);

    /// @param done runs when something was picked
    FilterBar(SearchViewModel model, Sheets sheets, Runnable done) {
        this.model = model;
        this.sheets = sheets;
        this.done = done;
        root.getStyleClass().add("search-filters");
    }

    Node node() {
        return root;
    }

    void attach(Subscriptions subscriptions) {
        subscriptions.watch(model.filterProperty(), this::show);
    }

    private void show(SearchFilter filter) {
        String where =
                filter.room()
                        .map(model.source()::roomName)
                        .orElseGet(() -> Texts.text("search.allRooms"));
        room.say(where, filter.room().isPresent());
        String who = filter.from().map(this::name).orElseGet(() -> Texts.text("search.anyone"));
        person.say(who, filter.from().isPresent());
        String when = Texts.text(filter.period().key());
        period.say(when, filter.period() != Period.EVER);
    }

    private String name(PersonId id) {
        return model.source()
                .people()
                .name(id)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> Texts.text("message.someone"));
    }

    private void set(SearchFilter filter) {
        model.filter(filter);
        done.run();
    }

    private void pickRoom() {
        SearchFilter now = model.filterProperty().get();
        List<Choice> choices = new ArrayList<>();
        choices.add(plain("search.allRooms", Feather.LAYERS, now.in(Optional.empty())));
        for (RoomId id : model.source().rooms()) {
            String name = model.source().roomName(id);
            SearchFilter then = now.in(Optional.of(id));
            choices.add(new Choice(name, "", () -> model.source().roomFace(id), () -> set(then)));
        }
        open("search.room.title", "search.room.prompt", choices);
    }

    private void pickPerson() {
        SearchFilter now = model.filterProperty().get();
        List<Choice> choices = new ArrayList<>();
        choices.add(plain("search.anyone", Feather.USERS, now.by(Optional.empty())));
        for (Person author : model.source().authors()) {
            String name = name(author.id());
            Runnable use = () -> set(now.by(Optional.of(author.id())));
            choices.add(new Choice(name, "", () -> new Avatar(FACE, name), use));
        }
        open("search.person.title", "picker.people", choices);
    }

    private void pickPeriod() {
        SearchFilter now = model.filterProperty().get();
        List<Choice> choices =
                Arrays.stream(Period.values())
                        .map(each -> plain(each.key(), Feather.CALENDAR, now.within(each)))
                        .toList();
        open("search.period.title", "search.period.prompt", choices);
    }

    private Choice plain(String key, Feather icon, SearchFilter then) {
        return new Choice(Texts.text(key), "", () -> face(icon), () -> set(then));
    }

    /// As wide as the faces of people and rooms, so that the names stand in a column.
    private static Node face(Feather icon) {
        var face = new StackPane(Icons.small(icon));
        face.setMinSize(FACE, FACE);
        face.setMaxSize(FACE, FACE);
        return face;
    }

    private void open(String title, String prompt, List<Choice> choices) {
        new Picker(sheets, Texts.text(title), Texts.text(prompt), choices).open();
    }
}
