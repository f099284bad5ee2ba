package dev.hearth.ui.hosting;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.LabelledField;
import dev.hearth.ui.kit.Sheets;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Toasts;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// Over the window: another name for the chat. Enter gives it. It leads back to where it was opened
/// from, whatever was done.
final class ChatNameForm {
    private final Sheets sheets;
    private final Toasts toasts;
    private final ChatNameViewModel model;
    private final Runnable back;

    ChatNameForm(HostTools tools, ChatNameViewModel model, Runnable back) {
        this.sheets = tools.sheets();
        this.toasts = tools.toasts();
        this.model = model;
        this.back = back;
    }

    void open() {
        model.begin();
        var subscriptions = new Subscriptions();
        var name = new LabelledField("chat-name", "hosting.name");
        name.bind(model.typedProperty(), model.problemProperty(), subscriptions);
        TextField field = name.field();
        field.setOnAction(event -> rename());
        Button no = Controls.button(Texts.text("cancel"), sheets::close);
        Button yes = Controls.button(Texts.text("hosting.name.yes"), this::rename, "accent");
        yes.setId("chat-name-done");
        var buttons = new HBox(no, yes);
        buttons.getStyleClass().add("sheet-buttons");
        sheets.open(
                field,
                Controls.label(Texts.text("hosting.name.title"), "sheet-title"),
                Controls.paragraph(Texts.text("hosting.name.about"), "sheet-text"),
                name,
                buttons);
        sheets.afterwards(
                () -> {
                    subscriptions.close();
                    back.run();
                });
        field.selectAll();
    }

    private void rename() {
        model.rename(
                name -> {
                    sheets.close();
                    toasts.show(Texts.text("hosting.named", name));
                });
    }
}
