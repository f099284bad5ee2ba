package dev.hearth.client.link;

import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Where a server sends a client that asked for its Socket.IO.
///
/// @param where what it said, for people to read
/// @param server the server there; empty when that is no Socket.IO address, or when what is said to
///   a server that keeps secrets would be said in the open
record Redirect(String where, Optional<URI> server) {
    private static final String SOCKET_IO = "/socket.io";

    /// Empty when the answer is no redirect.
    static Optional<Redirect> in(Response answer) {
        String location = answer.header("Location");
        if (!answer.isRedirect() || location == null) {
            return Optional.empty();
        }
        HttpUrl asked = answer.request().url();
        HttpUrl target = asked.resolve(location);
        return Optional.of(
                new Redirect(
                        target == null
                                ? location
                                : target.newBuilder().query(null).build().toString(),
                        Optional.ofNullable(server(asked, target))));
    }

    private static @Nullable URI server(HttpUrl asked, @Nullable HttpUrl target) {
        if (target == null || (asked.isHttps() && !target.isHttps())) {
            return null;
        }
        int end = target.encodedPath().lastIndexOf(SOCKET_IO);
        if (end < 0) {
            return null;
        }
        String path = target.encodedPath().substring(0, end);
        String host = target.host();
        try {
            return URI.create(
                    target.scheme()
                            + "://"
                            + (host.contains(":") ? "[" + host + "]" : host)
                            + ":"
                            + target.port()
                            + (path.isEmpty() ? "" : path + "/"));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
