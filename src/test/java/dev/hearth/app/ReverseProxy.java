package dev.hearth.app;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// nginx, HAProxy or Caddy in front of a chat, set up as docs/proxies.md prints it, on loopback.
final class ReverseProxy implements AutoCloseable {
    private static final Path DOCUMENT = Path.of("docs", "proxies.md");

    private final Process process;
    private final int port;

    private ReverseProxy(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Whether the program of this name is on the machine.
    static boolean isInstalled(String program) {
        return program(program) != null;
    }

    private static @Nullable Path program(String name) {
        return Stream.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /// @param heading of the example in the document
    /// @param changes from what stands there to what takes its place
    static ReverseProxy start(Path folder, String heading, URI chat, Map<String, String> changes)
            throws IOException {
        Matcher found =
                Pattern.compile(
                                "### " + Pattern.quote(heading) + "\n.*?```(\\w+)\n(.*?)```",
                                Pattern.DOTALL)
                        .matcher(Files.readString(DOCUMENT));
        if (!found.find()) {
            throw new IllegalArgumentException(DOCUMENT + " has no " + heading);
        }
        String kind = found.group(1);
        String example = found.group(2);
        for (Map.Entry<String, String> change : changes.entrySet()) {
            if (!example.contains(change.getKey())) {
                throw new IllegalArgumentException(heading + " has no " + change.getKey());
            }
            example = example.replace(change.getKey(), change.getValue());
        }
        int port = freePort();
        String here =
                example.replace("127.0.0.1:3000", chat.getAuthority())
                        .replace("listen 80;", "listen 127.0.0.1:" + port + ";")
                        .replace("bind :80", "bind 127.0.0.1:" + port)
                        .replaceFirst("(?m)^(chat|www)\\.example \\{", "http://:" + port + " {");
        Path file = folder.resolve("proxy.conf");
        Files.writeString(file, around(kind, here));
        List<String> arguments =
                switch (kind) {
                    case "nginx" -> List.of("-p", folder.toString(), "-e", "stderr", "-c");
                    case "haproxy" -> List.of("-db", "-f");
                    default -> List.of("run", "--adapter", "caddyfile", "--config");
                };
        List<String> command =
                Stream.concat(
                                Stream.of(requireNonNull(program(kind)).toString()),
                                Stream.concat(arguments.stream(), Stream.of(file.toString())))
                        .toList();
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("proxy.log").toFile());
        builder.environment().put("HOME", folder.toString());
        return new ReverseProxy(builder.start(), port);
    }

    /// What an example leaves to the file that it is put into.
    private static String around(String kind, String example) {
        return switch (kind) {
            case "nginx" ->
                    """
                    daemon off;
                    master_process off;
                    pid nginx.pid;
                    events {}
                    http {
                        access_log off;
                        client_body_temp_path body;
                        proxy_temp_path proxied;
                        fastcgi_temp_path fastcgi;
                        uwsgi_temp_path uwsgi;
                        scgi_temp_path scgi;
                    """
                            + example
                            + "}\n";
            case "caddy" ->
                    """
                    {
                        admin off
                        auto_https off
                        default_bind 127.0.0.1
                    }
                    """
                            + example;
            default -> example;
        };
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Where clients find it.
    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    int port() {
        return port;
    }

    boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false; // not yet
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
