package dev.hearth.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the picker shows: the recent ones and all groups, or what a search finds; which one is
/// chosen; in which colour of skin. FX thread only.
public final class EmojiPickerViewModel {
    static final int COLUMNS = 9;
    private static final int MOST_FOUND = 90;
    private static final int TONES = 5;

    /// Where the chosen one stands.
    record Place(int row, int column) {}

    private final EmojiUse use;
    private final StringProperty query = new SimpleStringProperty("");
    private final IntegerProperty tone = new SimpleIntegerProperty();
    private final ObservableList<PickerRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Place> chosen = new SimpleObjectProperty<>(new Place(0, 0));

    public EmojiPickerViewModel(EmojiUse use) {
        this.use = use;
        query.subscribe(words -> fill());
    }

    public StringProperty queryProperty() {
        return query;
    }

    /// 1 to 5 from light to dark, 0 for none.
    public IntegerProperty toneProperty() {
        return tone;
    }

    ObservableList<PickerRow> rows() {
        return rows;
    }

    ObjectProperty<Place> chosenProperty() {
        return chosen;
    }

    void nextTone() {
        tone.set((tone.get() + 1) % (TONES + 1));
    }

    /// Shows what is recent by now.
    void refresh() {
        query.set("");
        fill();
    }

    private void fill() {
        List<PickerRow> all = new ArrayList<>();
        if (query.get().isBlank()) {
            List<Emoji> recent =
                    use.recent(2 * COLUMNS).stream()
                            .flatMap(text -> EmojiTable.get().of(text).stream())
                            .distinct()
                            .toList();
            add(all, "emoji.recent", recent);
            for (EmojiGroup group : EmojiGroup.values()) {
                if (group != EmojiGroup.PARTS) {
                    add(all, key(group), of(group));
                }
            }
        } else {
            addPicks(all, EmojiSearch.find(query.get(), MOST_FOUND));
        }
        rows.setAll(all);
        chosen.set(first());
    }

    private static String key(EmojiGroup group) {
        return "emoji." + group.name().toLowerCase(Locale.ROOT);
    }

    private static List<Emoji> of(EmojiGroup group) {
        return EmojiTable.get().all().stream().filter(each -> each.group() == group).toList();
    }

    private static void add(List<PickerRow> rows, String key, List<Emoji> emoji) {
        if (!emoji.isEmpty()) {
            rows.add(new PickerRow.Title(key));
            addPicks(rows, emoji);
        }
    }

    private static void addPicks(List<PickerRow> rows, List<Emoji> emoji) {
        for (int i = 0; i < emoji.size(); i += COLUMNS) {
            rows.add(new PickerRow.Picks(emoji.subList(i, Math.min(emoji.size(), i + COLUMNS))));
        }
    }

    private Place first() {
        for (int i = 0; i < rows.size(); i++) {
            if (width(i) > 0) {
                return new Place(i, 0);
            }
        }
        return new Place(0, 0);
    }

    private int width(int row) {
        if (row < 0 || row >= rows.size()) {
            return 0;
        }
        return switch (rows.get(row)) {
            case PickerRow.Title title -> 0;
            case PickerRow.Picks picks -> picks.emoji().size();
        };
    }

    /// Chooses the next one to the left or right, over the ends of rows.
    void moveAlong(int step) {
        Place at = chosen.get();
        int column = at.column() + step;
        if (column >= 0 && column < width(at.row())) {
            chosen.set(new Place(at.row(), column));
            return;
        }
        int row = rowBeyond(at.row(), step);
        if (row >= 0) {
            chosen.set(new Place(row, step > 0 ? 0 : width(row) - 1));
        }
    }

    /// Chooses the one above or below.
    void moveAcross(int step) {
        int row = rowBeyond(chosen.get().row(), step);
        if (row >= 0) {
            int column = Math.min(chosen.get().column(), width(row) - 1);
            chosen.set(new Place(row, column));
        }
    }

    private int rowBeyond(int from, int step) {
        for (int row = from + step; row >= 0 && row < rows.size(); row += step) {
            if (width(row) > 0) {
                return row;
            }
        }
        return -1;
    }

    Optional<Emoji> chosen() {
        Place at = chosen.get();
        return at.row() < rows.size() && rows.get(at.row()) instanceof PickerRow.Picks(var emoji)
                ? Optional.of(emoji.get(at.column()))
                : Optional.empty();
    }

    /// The emoji in the colour of skin that is set.
    String inTone(Emoji emoji) {
        return emoji.inTone(tone.get());
    }
}
