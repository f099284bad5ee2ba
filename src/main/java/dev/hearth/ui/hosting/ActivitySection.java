package dev.hearth.ui.hosting;

import dev.hearth.ui.hosting.TrafficMeter.Rate;
import dev.hearth.ui.kit.ByteSize;
import dev.hearth.ui.kit.Section;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// How much goes on in the chat at this moment.
final class ActivitySection {
    private static final double LEAST_MESSAGES = 1;
    private static final double LEAST_BYTES = 1_000;

    private final HostPanelViewModel model;
    private final Gauge messages =
            new Gauge(
                    "hosting.messages",
                    Rate::messages,
                    rate -> Texts.text("hosting.messagesRate", rate),
                    LEAST_MESSAGES);
    private final Gauge bytes =
            new Gauge(
                    "hosting.bytes",
                    Rate::bytes,
                    rate -> Texts.text("hosting.bytesRate", ByteSize.words(rate)),
                    LEAST_BYTES);

    ActivitySection(HostPanelViewModel model) {
        this.model = model;
    }

    Node node(Subscriptions subscriptions) {
        messages.setId("host-messages");
        bytes.setId("host-bytes");
        var gauges = new HBox(messages, bytes);
        gauges.getStyleClass().addAll("setting-row", "gauges");
        for (Gauge each : new Gauge[] {messages, bytes}) {
            // Halves, whatever the words in them.
            each.setMinWidth(0);
            each.setPrefWidth(1);
            HBox.setHgrow(each, Priority.ALWAYS);
        }
        subscriptions.watch(model.trafficProperty(), now -> show());
        return new Section("hosting.activity", gauges);
    }

    private void show() {
        messages.show(model.meter());
        bytes.show(model.meter());
    }
}
