package dev.hearth.socketio;

import com.corundumstudio.socketio.AckCallback;
import com.corundumstudio.socketio.protocol.AckArgs;
import com.corundumstudio.socketio.protocol.JsonSupport;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.ByteBufOutputStream;
import java.util.List;

/// Stands where netty-socketio wants its JSON, which ours replaces ([Json]): without it the frame
/// would load all of Jackson's data binding, a good part of the time that a start takes.
final class NoJson implements JsonSupport {
    @Override
    public AckArgs readAckArgs(ByteBufInputStream source, AckCallback<?> callback) {
        throw unused();
    }

    @Override
    public <T> T readValue(String namespace, ByteBufInputStream source, Class<T> type) {
        throw unused();
    }

    @Override
    public void writeValue(ByteBufOutputStream out, Object value) {
        throw unused();
    }

    @Override
    public void addEventMapping(String namespace, String event, Class<?>... types) {}

    @Override
    public void removeEventMapping(String namespace, String event) {}

    @Override
    public List<byte[]> getArrays() {
        return List.of();
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("netty-socketio's own packets are not used");
    }
}
