package dev.hearth.gateway;

import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.socketio.http.HttpHandler;
import dev.hearth.socketio.http.HttpRequest;
import dev.hearth.socketio.http.HttpResponse;

/// Rooms over plain HTTP, for programs: `/rooms/NAME/events`. Everything else is for the site of
/// the chat. Called on virtual threads.
final class RoomSite implements HttpHandler {
    private static final String ROOMS = "/rooms/";
    private static final String EVENTS = "/events";

    private final RoomStreams streams;
    private final HttpHandler others;

    /// @param others answers what is about no room
    RoomSite(RoomStreams streams, HttpHandler others) {
        this.streams = streams;
        this.others = others;
    }

    @Override
    public int maxBody(String method, String path) {
        return isOfRoom(path, EVENTS) ? 0 : others.maxBody(method, path);
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        String path = request.path();
        return isOfRoom(path, EVENTS)
                ? streams.answer(request, room(path, EVENTS))
                : others.handle(request);
    }

    private static boolean isOfRoom(String path, String end) {
        return path.startsWith(ROOMS)
                && path.endsWith(end)
                && path.length() > ROOMS.length() + end.length();
    }

    /// The path is decoded already. A name may have a slash in it.
    private static String room(String path, String end) {
        return path.substring(ROOMS.length(), path.length() - end.length());
    }

    static HearthException noRoom(String name) {
        return new HearthException(
                ErrorCode.NO_ROOM,
                "There is no public room “" + PlainPosts.shortened(name) + "” in this chat.");
    }
}
