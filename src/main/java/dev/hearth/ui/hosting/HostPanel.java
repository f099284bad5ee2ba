package dev.hearth.ui.hosting;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Section;
import dev.hearth.ui.kit.SettingRow;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The chat as its host sees it, on a sheet: how to get in, what goes on, who is in it, and its
/// end. A question about somebody takes its place, and leads back to it. FX thread only.
public final class HostPanel {
    private final HostTools tools;
    private final HostPanelViewModel model;
    private final CopyViewModel copies;
    private final KeepViewModel keeping;
    private final ProgramsViewModel programs;
    private final ChatNameViewModel names;
    private double place;

    public HostPanel(HostTools tools) {
        this.tools = tools;
        model = new HostPanelViewModel(tools.hosted().desk(), tools.context());
        copies = new CopyViewModel(tools.hosted().desk(), tools.context());
        names = new ChatNameViewModel(tools.hosted().desk(), tools.context());
        keeping = new KeepViewModel(tools.hosted().desk(), tools.context());
        programs = new ProgramsViewModel(tools.hosted().desk(), tools.context());
    }

    public void open() {
        var subscriptions = new Subscriptions();
        Button close = Controls.iconButton(Feather.X, Texts.text("close"), tools.sheets()::close);
        close.setId("close-host");
        ScrollPane scroll = scroll(sections(subscriptions));
        subscriptions.add(
                () -> {
                    place = scroll.getVvalue();
                    model.stop();
                });
        tools.sheets().openWide(close, subscriptions::close, head(close), scroll);
        model.start();
        programs.load();
        scroll.applyCss();
        scroll.layout();
        scroll.setVvalue(place);
    }

    /// Asks the host nothing more: the chat is not on screen any more.
    public void stop() {
        model.stop();
    }

    private static Node head(Button close) {
        Label title = Controls.label(Texts.text("hosting.title"), "sheet-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var head = new HBox(title, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("settings-head");
        return head;
    }

    private static ScrollPane scroll(Node sections) {
        var scroll = new ScrollPane(sections);
        scroll.setId("host-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private Node sections(Subscriptions subscriptions) {
        var people = new PeopleSection(tools, model, this::open);
        var sections =
                new VBox(
                        new OverviewSection(tools, model, names, this::open).node(subscriptions),
                        new ActivitySection(model).node(subscriptions),
                        people.node(subscriptions),
                        new KeepSection(tools.sheets(), keeping, this::open).node(subscriptions),
                        new ProgramsSection(tools, programs, this::open).node(subscriptions),
                        new CopySection(tools.hosted().dialog(), copies).node(subscriptions),
                        end());
        sections.getStyleClass().add("settings-sections");
        return sections;
    }

    private Node end() {
        Button stop =
                Controls.button(Texts.text("share.stop"), tools.hosted().stop(), "small", "danger");
        stop.setId("stop-hosting-here");
        var section =
                new Section("share.stop", new SettingRow(Texts.text("hosting.end"), "", stop));
        section.getStyleClass().add("last");
        return section;
    }
}
