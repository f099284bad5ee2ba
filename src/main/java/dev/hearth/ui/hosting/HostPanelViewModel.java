package dev.hearth.ui.hosting;

import dev.hearth.model.Attendance;
import dev.hearth.ui.kit.FxContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the host's panel shows, asked of the host once a second while it is open, and not at all
/// while it is closed. FX thread only.
final class HostPanelViewModel {
    /// As many people as a panel can show; the host loop looks at so many each second.
    static final int MOST_PEOPLE = 100;

    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(HostPanelViewModel.class);

    private final HostDesk desk;
    private final FxContext context;
    private final TrafficMeter meter = new TrafficMeter();
    private final ReadOnlyObjectWrapper<Attendance> attendance =
            new ReadOnlyObjectWrapper<>(new Attendance(0, List.of(), false));
    private final ReadOnlyObjectWrapper<Optional<Stored>> stored =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Traffic> traffic;
    private Subscription ticking = Subscription.EMPTY;
    private boolean asking;

    HostPanelViewModel(HostDesk desk, FxContext context) {
        this.desk = desk;
        this.context = context;
        traffic = new ReadOnlyObjectWrapper<>(desk.traffic());
    }

    ReadOnlyObjectProperty<Attendance> attendanceProperty() {
        return attendance.getReadOnlyProperty();
    }

    /// What is kept, as it was when the panel was opened; empty until that is known.
    ReadOnlyObjectProperty<Optional<Stored>> storedProperty() {
        return stored.getReadOnlyProperty();
    }

    /// Changes each second, after [#meter].
    ReadOnlyObjectProperty<Traffic> trafficProperty() {
        return traffic.getReadOnlyProperty();
    }

    TrafficMeter meter() {
        return meter;
    }

    /// Begins to ask. Idempotent.
    void start() {
        stop();
        tick();
        context.deliver(desk.stored(), this::tellStored);
        ticking = context.timers().every(PERIOD, this::tick);
    }

    void stop() {
        ticking.unsubscribe();
        ticking = Subscription.EMPTY;
        meter.pause();
    }

    private void tick() {
        Traffic now = desk.traffic();
        meter.take(now);
        traffic.set(now);
        // A host that is slow is not asked again before it has answered.
        if (!asking) {
            asking = true;
            context.deliver(desk.attendance(MOST_PEOPLE), this::tellAttendance);
        }
    }

    private void tellAttendance(@Nullable Attendance now, @Nullable Throwable error) {
        asking = false;
        if (now != null) {
            attendance.set(now);
        } else {
            // The chat is closing, or busy: it is asked again in a second, and says so elsewhere.
            LOG.debug("the host does not say who is here", error);
        }
    }

    private void tellStored(@Nullable Stored now, @Nullable Throwable error) {
        if (now != null) {
            stored.set(Optional.of(now));
        } else {
            LOG.warn("what is stored cannot be told", error);
        }
    }
}
