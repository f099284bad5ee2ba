package dev.hearth.web;

import dev.hearth.socketio.http.HttpHandler;
import dev.hearth.socketio.http.HttpRequest;
import dev.hearth.socketio.http.HttpResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything over plain HTTP on the chat's port: the official client script, the plain page (or a
/// folder of the owner's in its place) and `/healthz`. Called on virtual threads.
public final class Site implements HttpHandler {
    private static final Set<String> CLIENTS =
            Set.of("socket.io.js", "socket.io.min.js", "socket.io.esm.min.js");
    private static final String CLIENT_PATH = "/socket.io/";

    private final @Nullable StaticFolder folder;
    private final ClassPathFiles client = new ClassPathFiles("/dev/hearth/web/client/");
    private final ClassPathFiles page = new ClassPathFiles("/dev/hearth/web/page/");

    /// @param folder what to serve at `/` in place of the plain page
    /// @throws IOException the folder does not exist or cannot be read
    public Site(Optional<Path> folder) throws IOException {
        this.folder = folder.isPresent() ? new StaticFolder(folder.get()) : null;
    }

    /// Nothing here is written to.
    @Override
    public int maxBody(String method, String path) {
        return 0;
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return new HttpResponse(
                    405, Map.of("allow", "GET, HEAD"), HttpResponse.text(405, "").body());
        }
        String path = request.path();
        if (path.startsWith(CLIENT_PATH)) {
            String name = path.substring(CLIENT_PATH.length());
            return CLIENTS.contains(name) ? client.answer(name, request) : missing(path);
        }
        if (path.equals("/healthz")) {
            return HttpResponse.text(200, "ok\n");
        }
        if (folder != null) {
            return folder.answer(request);
        }
        return page.answer(path.equals("/") ? "index.html" : path.substring(1), request);
    }

    static HttpResponse missing(String path) {
        return HttpResponse.text(404, "There is no " + path + " here.\n");
    }
}
