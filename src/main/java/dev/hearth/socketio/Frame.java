package dev.hearth.socketio;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An event ready to be sent to any number of peers: encoded once per namespace and protocol
/// version, whoever gets it. Immutable as long as its arguments are not changed; any thread.
public final class Frame {
    private final String event;
    private final List<@Nullable Object> arguments;

    private Frame(String event, List<@Nullable Object> arguments) {
        this.event = event;
        this.arguments = arguments;
    }

    /// @param arguments a neutral tree each, see [NamespaceHandler]
    public static Frame of(String event, @Nullable Object... arguments) {
        return new Frame(event, Collections.unmodifiableList(Arrays.asList(arguments.clone())));
    }

    public String event() {
        return event;
    }

    public List<@Nullable Object> arguments() {
        return arguments;
    }
}
