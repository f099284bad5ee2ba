package dev.hearth.socketio;

import java.io.IOException;

/// The heap of this JVM is too small for a server. Its message is a sentence for people.
public final class TooLittleMemory extends IOException {
    private static final long serialVersionUID = 1L;

    TooLittleMemory(long heap, long needed) {
        super(
                "This program may use "
                        + megabytes(heap)
                        + " MB of memory, and a chat needs "
                        + megabytes(needed)
                        + " MB. Start it with -Xmx"
                        + megabytes(needed)
                        + "m or more.");
    }

    /// What to tell people.
    public String sentence() {
        return String.valueOf(getMessage());
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
