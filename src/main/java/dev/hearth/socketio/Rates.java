package dev.hearth.socketio;

/// How much a connection and an address may ask for. 0 stands for no limit. Counts per address
/// leave loopback out, unless a proxy's header came with the request
/// ([dev.hearth.socketio.http.ClientAddress]).
///
/// @param sessionsPerAddress Engine.IO sessions at once
/// @param connectionsPerAddress TCP connections at once, WebSockets among them
/// @param connectsPerConnection namespaces that one connection may ask for in a burst; then one a
///   second
/// @param connectsPerAddress namespaces that one address may ask for in a burst; then a twentieth
///   of it each second
public record Rates(
        int sessionsPerAddress,
        int connectionsPerAddress,
        int connectsPerConnection,
        int connectsPerAddress) {
    public static final Rates DEFAULT = new Rates(200, 500, 20, 400);
    public static final Rates NONE = new Rates(0, 0, 0, 0);
}
