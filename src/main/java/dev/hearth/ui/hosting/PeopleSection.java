package dev.hearth.ui.hosting;

import dev.hearth.model.Attendance;
import dev.hearth.model.Attendance.Attendee;
import dev.hearth.model.PersonId;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Section;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Times;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Everybody in the chat. A person keeps their row while it says something else, so that its menu
/// stays open and the keyboard where it is.
final class PeopleSection {
    private final HostPanelViewModel model;
    private final PersonMenu menu;
    private final Times times;
    private final VBox rows = new VBox();
    private final Label more = Controls.paragraph("", "setting-row", "fine-print");
    private final Map<PersonId, AttendeeRow> byPerson = new HashMap<>();

    /// @param back opens the panel again after a question
    PeopleSection(HostTools tools, HostPanelViewModel model, Runnable back) {
        this.model = model;
        this.menu = new PersonMenu(tools, back);
        this.times = new Times(tools.context().clock());
    }

    Node node(Subscriptions subscriptions) {
        rows.setId("host-people");
        subscriptions.watch(model.attendanceProperty(), this::show);
        return new Section("hosting.people", rows, more);
    }

    private void show(Attendance now) {
        List<Node> shown = new ArrayList<>();
        for (Attendee each : now.people()) {
            AttendeeRow row =
                    byPerson.computeIfAbsent(each.person().id(), _ -> new AttendeeRow(menu, times));
            row.show(each);
            shown.add(row);
        }
        byPerson.values().retainAll(shown);
        if (!rows.getChildren().equals(shown)) {
            rows.getChildren().setAll(shown);
        }
        more.setText(Texts.text("hosting.morePeople", now.people().size()));
        Controls.show(more, now.more());
    }
}
