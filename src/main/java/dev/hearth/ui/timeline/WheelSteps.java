package dev.hearth.ui.timeline;

import dev.hearth.ui.kit.Subscriptions;
import java.util.function.DoubleConsumer;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;

/// Has a notch of the wheel move the messages as far as in other programs, about 100 pixels, also
/// while the pointer is on what floats over them. JavaFX says 40, which is two lines of a chat.
/// What a finger moves goes with the finger.
final class WheelSteps {
    private static final double FURTHER = 2.5;

    private final DoubleConsumer scroll;

    /// @param scroll moves the messages by pixels, down or, if negative, up
    WheelSteps(DoubleConsumer scroll) {
        this.scroll = scroll;
    }

    void attach(Node timeline, Subscriptions subscriptions) {
        EventHandler<ScrollEvent> further = this::scrolled;
        timeline.addEventFilter(ScrollEvent.SCROLL, further);
        subscriptions.add(() -> timeline.removeEventFilter(ScrollEvent.SCROLL, further));
    }

    private void scrolled(ScrollEvent event) {
        boolean wheel = event.getTouchCount() == 0 && !event.isInertia() && !event.isDirect();
        if (wheel && event.getDeltaY() != 0 && event.getDeltaX() == 0) {
            scroll.accept(-event.getDeltaY() * FURTHER);
            event.consume();
        }
    }
}
