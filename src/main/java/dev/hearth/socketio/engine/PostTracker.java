package dev.hearth.socketio.engine;

import dev.hearth.socketio.http.QueryString;
import dev.hearth.socketio.http.RequestWatch;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells a session that a POST for it is on its way as soon as its headers are here, long before
/// the body may be: two at once are against the rules, and what the later one brings must not
/// overtake the former. One for each connection; confined to its event loop. Engine.IO protocol v4,
/// "HTTP long-polling".
public final class PostTracker implements RequestWatch {
    private final Channel channel;
    private final Sessions sessions;
    private @Nullable EngineSession session;

    public PostTracker(Channel channel, Sessions sessions) {
        this.channel = channel;
        this.sessions = sessions;
    }

    /// Where the POST comes from.
    Channel channel() {
        return channel;
    }

    @Override
    public void begins(HttpRequest request) {
        EngineSession of = HttpMethod.POST.equals(request.method()) ? find(request.uri()) : null;
        session = of;
        if (of != null) {
            of.run(() -> of.intake().begins(this));
        }
    }

    private @Nullable EngineSession find(String uri) {
        List<String> ids = QueryString.of(uri).get("sid");
        return ids == null ? null : sessions.find(ids.getFirst());
    }

    @Override
    public void ended() {
        EngineSession of = session;
        session = null;
        if (of != null) {
            of.run(() -> of.intake().ended(this));
        }
    }

    @Override
    public void gone() {
        EngineSession of = session;
        session = null;
        if (of != null) {
            of.run(() -> of.intake().gone(this));
        }
    }
}
