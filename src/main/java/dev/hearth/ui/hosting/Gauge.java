package dev.hearth.ui.hosting;

import dev.hearth.ui.hosting.TrafficMeter.Rate;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Texts;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// One of the rates of a chat: now, over the last minute as a line, and the most of it, in words as
/// well.
final class Gauge extends VBox {
    private final String title;
    private final ToDoubleFunction<Rate> which;
    private final DoubleFunction<String> words;
    private final Label now = Controls.label("", "gauge-now");
    private final Label most = Controls.label("", "fine-print");
    private final Sparkline line;

    /// @param which of the rates
    /// @param words the rate as people read it
    /// @param least what fills the height where no rate is larger
    Gauge(
            String titleKey,
            ToDoubleFunction<Rate> which,
            DoubleFunction<String> words,
            double least) {
        this.title = Texts.text(titleKey);
        this.which = which;
        this.words = words;
        line = new Sparkline(TrafficMeter.SAMPLES, least);
        getStyleClass().add("gauge");
        getChildren().addAll(Controls.label(title, "fine-print"), now, line, most);
    }

    void show(TrafficMeter meter) {
        List<Double> values = meter.each(which);
        double latest = values.isEmpty() ? 0 : values.getLast();
        double highest = values.stream().mapToDouble(Double::doubleValue).reduce(0, Math::max);
        String present = words.apply(latest);
        String peak = words.apply(highest);
        now.setText(present);
        most.setText(Texts.text("hosting.most", peak));
        line.show(values);
        line.setAccessibleText(Texts.text("hosting.gauge", title, present, peak));
    }
}
