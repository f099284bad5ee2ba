package dev.hearth.ui.timeline;

import dev.hearth.ui.kit.Subscriptions;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import org.fxmisc.flowless.VirtualFlow;

/// Has a notch of the wheel move the messages as far as in other programs, about 100 pixels. JavaFX
/// says 40, which is two lines of a chat. What a finger moves goes with the finger.
final class WheelSteps {
    /// How much further than JavaFX says.
    private static final double FURTHER = 1.5;

    private final VirtualFlow<Row, MessageCell> flow;

    WheelSteps(VirtualFlow<Row, MessageCell> flow) {
        this.flow = flow;
    }

    void attach(Node scroll, Subscriptions subscriptions) {
        EventHandler<ScrollEvent> further = this::scrolled;
        scroll.addEventFilter(ScrollEvent.SCROLL, further);
        subscriptions.add(() -> scroll.removeEventFilter(ScrollEvent.SCROLL, further));
    }

    private void scrolled(ScrollEvent event) {
        boolean wheel = event.getTouchCount() == 0 && !event.isInertia() && !event.isDirect();
        if (wheel && !event.isShortcutDown()) {
            flow.scrollYBy(-event.getDeltaY() * FURTHER);
        }
    }
}
