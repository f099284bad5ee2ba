package dev.hearth.web;

import dev.hearth.socketio.http.HttpRequest;
import dev.hearth.socketio.http.HttpResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Serves the files of one folder, and nothing outside it: no hidden files, no links that lead out.
final class StaticFolder {
    private final Path root;

    /// @throws IOException the folder does not exist or cannot be read
    StaticFolder(Path folder) throws IOException {
        this.root = folder.toRealPath();
        if (!Files.isDirectory(root) || !Files.isReadable(root)) {
            throw new IOException(folder + " is not a folder that can be read");
        }
    }

    HttpResponse answer(HttpRequest request) {
        String path = request.path();
        return find(path)
                .map(file -> isFolder(path) ? withSlash(path) : content(file))
                .orElseGet(() -> HttpResponse.text(404, "There is no " + path + " here.\n"));
    }

    private static HttpResponse content(Path file) {
        return new HttpResponse(
                200,
                Map.of(
                        "content-type",
                        MediaTypes.of(file.getFileName().toString()),
                        "cache-control",
                        "no-cache",
                        "x-content-type-options",
                        "nosniff"),
                new HttpResponse.FileBody(file));
    }

    private boolean isFolder(String path) {
        return !path.endsWith("/") && Files.isDirectory(root.resolve(path.substring(1)));
    }

    /// What a page names lies in its folder, and not beside it. The address is relative, for
    /// proxies that serve all of this below a path.
    private static HttpResponse withSlash(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return new HttpResponse(
                302,
                Map.of("location", "./" + encoded + "/", "cache-control", "no-cache"),
                HttpResponse.text(302, "").body());
    }

    private Optional<Path> find(String path) {
        for (String part : path.split("/")) {
            if (part.startsWith(".") || part.indexOf('\\') >= 0 || part.indexOf('\0') >= 0) {
                return Optional.empty();
            }
        }
        try {
            Path file = root.resolve(path.substring(1));
            if (Files.isDirectory(file)) {
                file = file.resolve("index.html");
            }
            Path real = file.toRealPath();
            return real.startsWith(root) && Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(real)
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
