package dev.hearth.socketio.http;

import java.nio.ByteBuffer;

/// An answer that goes on: what is sent leaves at once, and there is no end until it is said, or
/// the client is gone. Thread-safe; nothing blocks.
public interface ResponseStream {
    /// Is told what becomes of the stream, on virtual threads, which may block, in any order.
    interface Listener {
        /// The client has taken most of what waited, after the stream was not writable.
        void writable();

        /// Nothing that is sent arrives any more; told once.
        void ended();
    }

    /// Tells `listener` from now on; at once where the stream has ended.
    void listen(Listener listener);

    /// Does nothing after the end. What the client has not taken waits, see [#isWritable].
    ///
    /// @param bytes may be shared with other streams; their position is not touched
    void send(ByteBuffer bytes);

    /// Whether less waits to be sent than the high water mark.
    boolean isWritable();

    boolean isOpen();

    /// Ends the answer, after what was sent.
    void end();
}
