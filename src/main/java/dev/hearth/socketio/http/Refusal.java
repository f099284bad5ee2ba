package dev.hearth.socketio.http;

/// What a refused request is answered: a status, and a body in the form of Node's server.
///
/// @param code number of the error in Engine.IO
/// @param message a fixed sentence, which needs no escaping in JSON
public record Refusal(int status, int code, String message) {
    public String json() {
        return "{\"code\":" + code + ",\"message\":\"" + message + "\"}";
    }
}
