package dev.hearth.ui.shell;

import dev.hearth.ui.kit.AppMark;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Sheets;
import dev.hearth.ui.kit.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What the window asks and tells on a sheet.
final class ConfirmationDialogs {
    private final Sheets sheets;

    ConfirmationDialogs(Sheets sheets) {
        this.sheets = sheets;
    }

    /// Asks whether to end a chat in which others have spoken.
    void endHosting(Runnable yes) {
        Button stop = Controls.button(Texts.text("endHosting.yes"), after(yes), "accent", "danger");
        stop.setId("end-hosting");
        Button stay = Controls.button(Texts.text("endHosting.no"), sheets::close);
        stay.setCancelButton(true);
        sheets.open(
                stay,
                Controls.paragraph(Texts.text("endHosting.title"), "sheet-title"),
                Controls.paragraph(Texts.text("endHosting.about"), "sheet-text"),
                buttons(stay, stop));
    }

    /// Asks what becomes of the chat that is hosted here when the window closes.
    void closeWhileHosting(Runnable keep, Runnable stop) {
        Button keeps = Controls.button(Texts.text("closing.keep"), after(keep), "accent");
        keeps.setId("keep-hosting");
        Button stops = Controls.button(Texts.text("closing.stop"), after(stop));
        stops.setId("end-hosting");
        Button stay = Controls.button(Texts.text("cancel"), sheets::close);
        stay.setCancelButton(true);
        sheets.open(
                keeps,
                Controls.paragraph(Texts.text("closing.title"), "sheet-title"),
                Controls.paragraph(Texts.text("closing.about"), "sheet-text"),
                buttons(stay, stops, keeps));
    }

    private Runnable after(Runnable action) {
        return () -> {
            sheets.close();
            action.run();
        };
    }

    /// Asks whether to leave the chat that is open.
    ///
    /// @param kept whether what was said in it is there when the person comes back
    void leaveChat(boolean kept, Runnable yes) {
        sheets.ask(
                Texts.text("leaveChat.title"),
                Texts.text(kept ? "leaveChat.kept" : "leaveChat.unkept"),
                Texts.text("leaveChat.yes"),
                yes);
    }

    void about(String version) {
        Label title = Controls.label(Texts.text("app.name"), "sheet-title");
        Label number = Controls.label(Texts.text("about.version", version), "fine-print");
        var head = new HBox(new AppMark(56), new VBox(title, number));
        head.getStyleClass().add("about-head");
        Button close = Controls.button(Texts.text("close"), sheets::close, "accent");
        close.setId("close-about");
        sheets.open(
                close,
                head,
                Controls.paragraph(Texts.text("about.text"), "sheet-text"),
                Controls.paragraph(Texts.text("about.licences"), "fine-print"),
                buttons(close));
    }

    private static Node buttons(Node... nodes) {
        var line = new HBox(nodes);
        line.getStyleClass().add("sheet-buttons");
        return line;
    }
}
