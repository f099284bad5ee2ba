package dev.hearth.client.link;

import java.net.URI;

/// The parts of a server's address. [java.net.URI] itself has no host for a name with an underscore
/// (`http://my_pc:4500`), which many computers have, so the authority is taken apart here.
/// Immutable.
///
/// @param host a name or an IP address, without brackets and without an interface
/// @param zone the interface of a link-local IPv6 address; empty for any other
/// @param path where the server lives below `/`, with a slash in front and none at the end; empty
///   for `/` itself
record Endpoint(boolean secure, String host, String zone, int port, String path) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    static Endpoint of(URI server) {
        boolean secure = "https".equals(server.getScheme());
        String authority = server.getRawAuthority();
        int bracket = authority.lastIndexOf(']');
        int colon = authority.indexOf(':', bracket + 1);
        String host = colon < 0 ? authority : authority.substring(0, colon);
        if (bracket > 0) {
            host = host.substring(1, bracket);
        }
        int percent = host.indexOf('%');
        String path = server.getRawPath();
        return new Endpoint(
                secure,
                percent < 0 ? host : host.substring(0, percent),
                percent < 0 ? "" : host.substring(percent + 1),
                colon < 0
                        ? (secure ? HTTPS : HTTP)
                        : Integer.parseInt(authority, colon + 1, authority.length(), 10),
                path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    /// The Socket.IO client option `path`.
    String socketIoPath() {
        return path + "/socket.io";
    }

    /// A URL of this server for an HTTP client, which wants no interface in it.
    ///
    /// @param below what comes after the server's own path, with a slash in front
    String url(String below) {
        return (secure ? "https://" : "http://")
                + (host.contains(":") ? "[" + host + "]" : host)
                + ":"
                + port
                + path
                + below;
    }
}
