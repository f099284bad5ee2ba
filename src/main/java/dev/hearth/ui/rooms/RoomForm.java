package dev.hearth.ui.rooms;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Sheets;
import dev.hearth.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Over the window: name and topic of a room, and for a new one who may see it. Enter does it.
public final class RoomForm {
    private final Sheets sheets;
    private final RoomFormViewModel model;
    private final Consumer<RoomFormViewModel.Wish> done;

    /// @param done gets what was filled in, when it may be
    public RoomForm(Sheets sheets, RoomFormViewModel model, Consumer<RoomFormViewModel.Wish> done) {
        this.sheets = sheets;
        this.model = model;
        this.done = done;
    }

    public void openForNew() {
        var secret = new CheckBox(Texts.text("room.secret"));
        secret.setId("room-secret");
        secret.selectedProperty().bindBidirectional(model.secretProperty());
        Label about = Controls.paragraph("", "fine-print");
        about.textProperty()
                .bind(
                        model.secretProperty()
                                .map(
                                        yes ->
                                                Texts.text(
                                                        yes
                                                                ? "room.secret.yes"
                                                                : "room.secret.no")));
        var kind = new VBox(secret, about);
        kind.getStyleClass().add("labelled-field");
        open("room.new.title", "room.new.yes", List.of(kind));
    }

    public void openForChange() {
        open("room.change.title", "room.change.yes", List.of());
    }

    private void open(String titleKey, String yesKey, List<Node> more) {
        TextField name = field("room-name", "room.name.prompt");
        name.textProperty().bindBidirectional(model.nameProperty());
        TextField topic = field("room-topic", "room.topic.prompt");
        topic.textProperty().bindBidirectional(model.topicProperty());
        Label problem = Controls.paragraph("", "field-problem");
        problem.setId("room-problem");
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        List<Node> content = new ArrayList<>();
        content.add(Controls.label(Texts.text(titleKey), "sheet-title"));
        if (model.isNamed()) {
            content.add(labelled("room.name", name));
        }
        content.add(labelled("room.topic", topic));
        content.addAll(more);
        content.add(problem);
        content.add(buttons(yesKey));
        TextField first = model.isNamed() ? name : topic;
        sheets.open(first, content.toArray(Node[]::new));
        first.selectAll();
    }

    private TextField field(String id, String promptKey) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(Texts.text(promptKey));
        field.setOnAction(event -> finish());
        return field;
    }

    private static Node labelled(String key, TextField field) {
        Label label = Controls.label(Texts.text(key), "field-label");
        label.setLabelFor(field);
        field.setAccessibleText(label.getText());
        var both = new VBox(label, field);
        both.getStyleClass().add("labelled-field");
        return both;
    }

    private Node buttons(String yesKey) {
        Button no = Controls.button(Texts.text("cancel"), sheets::close);
        Button yes = Controls.button(Texts.text(yesKey), this::finish, "accent");
        yes.setId("room-done");
        var buttons = new HBox(no, yes);
        buttons.getStyleClass().add("sheet-buttons");
        return buttons;
    }

    private void finish() {
        model.wish()
                .ifPresent(
                        wish -> {
                            sheets.close();
                            done.accept(wish);
                        });
    }
}
