package dev.hearth.ui.kit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The days of a month, of which the person picks one that is not in the future: arrows move, Page
/// Up and Down turn to another month, with Shift to another year, Enter picks. Weeks begin as they
/// do where the language is spoken. FX thread only.
public final class DayPicker extends VBox {
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int DAYS = 7;
    private static final int WEEKS = 6;

    private final LocalDate today;
    private final Consumer<LocalDate> picked;
    private final Locale locale = Texts.timeLocale();
    private final DateTimeFormatter month =
            DateTimeFormatter.ofPattern(Texts.text("day.month"), locale);
    private final DateTimeFormatter spoken =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
    private final DayOfWeek firstOfWeek = Texts.firstOfWeek();
    private final Label title = Controls.label("", "day-picker-title");
    private final GridPane grid = new GridPane();
    private final Map<LocalDate, Button> days = new HashMap<>();
    private final Button back;
    private final Button on;
    private LocalDate cursor;

    /// @param shown the day on which the keyboard begins
    public DayPicker(LocalDate shown, LocalDate today, Consumer<LocalDate> picked) {
        this.today = today;
        this.picked = picked;
        cursor = shown.isAfter(today) ? today : shown;
        boolean mirrored = Texts.language().runsFromRightToLeft();
        back = turn(mirrored ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_LEFT, "day.back", -1);
        on = turn(mirrored ? Feather.CHEVRON_LEFT : Feather.CHEVRON_RIGHT, "day.on", 1);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var head = new HBox(back, title, on);
        head.getStyleClass().add("day-picker-head");
        getChildren().addAll(head, grid);
        getStyleClass().add("day-picker");
        grid.getStyleClass().add("day-picker-grid");
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        show();
    }

    private Button turn(Feather icon, String key, int months) {
        return Controls.iconButton(icon, Texts.text(key), () -> show(cursor.plusMonths(months)));
    }

    /// Puts the keyboard on the day that is chosen.
    public void focusDay() {
        focusTarget().requestFocus();
    }

    /// The day that is chosen.
    public Button focusTarget() {
        return days.getOrDefault(cursor, back);
    }

    private void key(KeyEvent event) {
        int forward = Texts.language().runsFromRightToLeft() ? -1 : 1;
        boolean year = event.isShiftDown();
        switch (event.getCode()) {
            case LEFT -> go(cursor.minusDays(forward));
            case RIGHT -> go(cursor.plusDays(forward));
            case UP -> go(cursor.minusWeeks(1));
            case DOWN -> go(cursor.plusWeeks(1));
            case PAGE_UP -> go(year ? cursor.minusYears(1) : cursor.minusMonths(1));
            case PAGE_DOWN -> go(year ? cursor.plusYears(1) : cursor.plusMonths(1));
            case HOME -> go(cursor.withDayOfMonth(1));
            case END -> go(cursor.withDayOfMonth(cursor.lengthOfMonth()));
            case ENTER -> {
                if (!(event.getTarget() instanceof Button button)) {
                    return;
                }
                button.fire();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void go(LocalDate day) {
        show(day);
        focusDay();
    }

    private void show(LocalDate day) {
        cursor = day.isAfter(today) ? today : day;
        show();
    }

    private void show() {
        boolean onDay = days.values().stream().anyMatch(Button::isFocused);
        YearMonth shown = YearMonth.from(cursor);
        title.setText(month.format(cursor));
        on.setDisable(!shown.isBefore(YearMonth.from(today)));
        days.clear();
        grid.getChildren().clear();
        for (int i = 0; i < DAYS; i++) {
            DayOfWeek weekday = firstOfWeek.plus(i);
            Label name =
                    Controls.label(
                            weekday.getDisplayName(TextStyle.NARROW_STANDALONE, locale),
                            "day-picker-weekday");
            GridPane.setHalignment(name, HPos.CENTER);
            grid.add(name, i, 0);
        }
        LocalDate first = shown.atDay(1);
        int blank = Math.floorMod(first.getDayOfWeek().compareTo(firstOfWeek), DAYS);
        for (int i = 0; i < shown.lengthOfMonth(); i++) {
            Button day = day(first.plusDays(i));
            grid.add(day, (blank + i) % DAYS, 1 + (blank + i) / DAYS);
        }
        // As high in every month, so that the buttons stay under the pointer.
        grid.add(Controls.label("", "day-picker-filler"), 0, WEEKS);
        if (onDay) {
            focusDay();
        }
    }

    private Button day(LocalDate date) {
        Button day =
                Controls.button(
                        String.valueOf(date.getDayOfMonth()),
                        () -> {
                            show(date);
                            picked.accept(date);
                        },
                        "day-picker-day");
        day.setAccessibleText(spoken.format(date));
        day.setDisable(date.isAfter(today));
        day.setFocusTraversable(date.equals(cursor));
        day.pseudoClassStateChanged(TODAY, date.equals(today));
        day.pseudoClassStateChanged(CHOSEN, date.equals(cursor));
        days.put(date, day);
        return day;
    }
}
