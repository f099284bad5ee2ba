package dev.hearth.ui.start;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.LabelledField;
import dev.hearth.ui.kit.ProblemNote;
import dev.hearth.ui.kit.Shown;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Waiting;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// *Host a chat*: one click, with the port under “Options”.
final class HostCard {
    private final StartViewModel model;
    private final ChoiceCard card = new ChoiceCard(Feather.HOME, "host");
    private final ToggleButton options = new ToggleButton(Texts.text("host.options"));
    private final LabelledField port = new LabelledField("port", "host.port");
    private final CheckBox announce = new CheckBox(Texts.text("host.announce"));
    private final ChatLine earlier = new ChatLine();
    private final Button button;
    private final Waiting waiting;
    private final ProblemNote problem = new ProblemNote();

    HostCard(StartViewModel model) {
        this.model = model;
        button = Controls.button(Texts.text("host.button"), model::host, "accent", "wide-button");
        button.setId("host");
        button.setMaxWidth(Double.MAX_VALUE);
        waiting = new Waiting(model::cancel);
        options.setId("host-options");
        options.getStyleClass().setAll("disclosure");
        options.setContentDisplay(ContentDisplay.RIGHT);
        options.selectedProperty().subscribe(this::discloseOptions);
        port.getStyleClass().add("port");
        port.field().setOnAction(event -> model.host());
        announce.setId("announce");
        announce.setWrapText(true);
        announce.setOnAction(event -> model.announce(announce.isSelected()));
        earlier.setId("earlier-chat");
        card.addAll(earlier, promise("host.promise.account"), promise("host.promise.browser"));
        card.addSpace();
        card.addAll(options, announce, port, problem, button, waiting);
    }

    private static Node promise(String key) {
        var line = new HBox(Icons.small(Feather.CHECK), Controls.paragraph(Texts.text(key)));
        line.getStyleClass().add("promise");
        return line;
    }

    /// Says also who gets to hear of the chat.
    private void showAnnounced(boolean announced) {
        announce.setSelected(announced);
        card.about(Texts.text(announced ? "host.aboutShown" : "host.about"));
    }

    Node node() {
        return card;
    }

    void attach(Subscriptions subscriptions) {
        port.bind(model.portProperty(), model.portProblemProperty(), subscriptions);
        subscriptions.watch(model.announcedProperty(), this::showAnnounced);
        subscriptions.watch(model.hostProblemProperty(), problem::show);
        subscriptions.watch(model.stepProperty(), this::show);
        subscriptions.watch(model.earlierProperty(), found -> showEarlier());
        subscriptions.watch(model.nameProperty(), name -> showEarlier());
        subscriptions.watch(
                model.portProblemProperty(),
                wrong -> options.setSelected(options.isSelected() || !wrong.isEmpty()));
    }

    private void show(StartStep step) {
        boolean hosting = step instanceof StartStep.Hosting;
        card.setDisable(step instanceof StartStep.Joining);
        Controls.show(button, !hosting);
        if (hosting) {
            waiting.show(Texts.text("host.waiting"));
        } else {
            waiting.hide();
        }
    }

    /// In place of what hosting is, which they know.
    private void showEarlier() {
        Optional<EarlierChat> found = model.earlierProperty().get();
        card.explain(found.isEmpty());
        Controls.show(earlier, found.isPresent());
        button.setText(Texts.text(found.isEmpty() ? "host.button" : "host.again"));
        found.ifPresent(
                chat ->
                        earlier.show(
                                chat.name().map(Shown::line).orElseGet(this::usualName),
                                "",
                                Texts.text("host.earlier", chat.messages()),
                                ""));
    }

    private String usualName() {
        String name = model.nameProperty().getValueSafe().strip();
        return name.isEmpty() ? Texts.text("app.name") : Texts.text("chat.ofName", name);
    }

    private void discloseOptions(boolean open) {
        options.setGraphic(Icons.small(open ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
        Controls.show(port, open);
        Controls.show(announce, open);
    }
}
