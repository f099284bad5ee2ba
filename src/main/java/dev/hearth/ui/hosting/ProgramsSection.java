package dev.hearth.ui.hosting;

import dev.hearth.ui.hosting.ProgramsViewModel.Made;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Copy;
import dev.hearth.ui.kit.LabelledField;
import dev.hearth.ui.kit.Section;
import dev.hearth.ui.kit.SettingRow;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Times;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The programs that may write in the chat: a row each, a field for one more, and its token, this
/// once, with a command to try it.
final class ProgramsSection {
    private static final URI HERE = URI.create("http://localhost:3000");
    private static final String MESSAGES = "/rooms/lobby/messages";

    private final HostTools tools;
    private final ProgramsViewModel model;
    private final Runnable back;
    private final Times times;
    private final VBox rows = new VBox();
    private final VBox made = new VBox();

    /// @param back leads back from a question
    ProgramsSection(HostTools tools, ProgramsViewModel model, Runnable back) {
        this.tools = tools;
        this.model = model;
        this.back = back;
        this.times = new Times(tools.context().clock());
    }

    Node node(Subscriptions subscriptions) {
        rows.setId("host-programs");
        made.setId("program-token");
        made.getStyleClass().addAll("setting-row", "host-addresses");
        subscriptions.watch(model.programsProperty(), this::show);
        subscriptions.watch(model.madeProperty(), this::show);
        subscriptions.add(model::forget);
        return new Section(
                "hosting.programs",
                Controls.paragraph(
                        Texts.text("hosting.programs.about"), "setting-row", "fine-print"),
                rows,
                form(subscriptions),
                made);
    }

    private Node form(Subscriptions subscriptions) {
        var field = new LabelledField("program-name", "hosting.program.name");
        field.field().setPromptText(Texts.text("hosting.program.prompt"));
        field.field().setOnAction(event -> model.add());
        field.bind(model.nameProperty(), model.problemProperty(), subscriptions);
        Button make = Controls.button(Texts.text("hosting.program.make"), model::add, "small");
        make.setId("make-token");
        var form = new VBox(field, make);
        form.getStyleClass().addAll("setting-row", "host-addresses");
        return form;
    }

    private void show(List<Program> programs) {
        rows.getChildren().setAll(programs.stream().map(this::row).toList());
    }

    private Node row(Program program) {
        Button revoke =
                Controls.button(Texts.text("hosting.program.revoke"), () -> ask(program), "small");
        var row = new SettingRow(program.name(), about(program), revoke);
        revoke.setAccessibleText(Texts.text("hosting.program.revokeOf", program.name()));
        return row;
    }

    private String about(Program program) {
        return Texts.text("hosting.program.made", times.moment(program.since()))
                + " · "
                + program.used()
                        .map(at -> Texts.text("hosting.program.used", times.moment(at)))
                        .orElse(Texts.text("hosting.program.unused"));
    }

    private void ask(Program program) {
        tools.sheets()
                .ask(
                        Texts.text("hosting.ask.revoke", program.name()),
                        Texts.text("hosting.ask.revoke.about"),
                        Texts.text("hosting.ask.revoke.yes"),
                        () -> model.remove(program),
                        back);
    }

    private void show(Optional<Made> now) {
        made.getChildren().clear();
        now.ifPresent(
                it ->
                        made.getChildren()
                                .addAll(
                                        Controls.paragraph(
                                                Texts.text("hosting.program.token", it.name())),
                                        line(it.token(), "hosting.program.copyToken"),
                                        Controls.paragraph(
                                                Texts.text("hosting.program.try"), "fine-print"),
                                        line(command(it.token()), "hosting.program.copyCommand")));
        Controls.show(made, now.isPresent());
    }

    private Node line(String text, String copyKey) {
        Label words = Controls.paragraph(text, "share-address");
        words.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button copy =
                Controls.button(
                        Texts.text("copy"),
                        () -> {
                            Copy.text(text);
                            tools.toasts().show(Texts.text("copied"));
                        },
                        "small");
        copy.setAccessibleText(Texts.text(copyKey));
        copy.setMinWidth(Button.USE_PREF_SIZE);
        var line = new HBox(words, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("share-line");
        return line;
    }

    /// Works in the terminals of all systems.
    private String command(String token) {
        URI address = tools.hosted().addresses().stream().findFirst().orElse(HERE);
        return "curl -H \"Authorization: Bearer "
                + token
                + "\" -H \"Content-Type: text/plain\" -d \"Hello\" "
                + address.resolve(MESSAGES);
    }
}
