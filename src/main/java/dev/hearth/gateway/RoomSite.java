package dev.hearth.gateway;

import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.socketio.http.HttpHandler;
import dev.hearth.socketio.http.HttpRequest;
import dev.hearth.socketio.http.HttpResponse;

/// Rooms over plain HTTP, for programs: `/rooms/NAME/events` and `/rooms/NAME/messages`. Everything
/// else is for the site of the chat. Called on virtual threads.
final class RoomSite implements HttpHandler {
    private static final String ROOMS = "/rooms/";
    private static final String EVENTS = "/events";
    private static final String MESSAGES = "/messages";

    /// Much more than a message may have, so that who sends one that is too long is told so.
    private static final int LARGEST_BODY = 256 * 1024;

    private final RoomStreams streams;
    private final RoomPosts posts;
    private final HttpHandler others;

    /// @param others answers what is about no room
    RoomSite(RoomStreams streams, RoomPosts posts, HttpHandler others) {
        this.streams = streams;
        this.posts = posts;
        this.others = others;
    }

    @Override
    public int maxBody(String method, String path) {
        if (isOfRoom(path, MESSAGES)) {
            return method.equals("POST") ? LARGEST_BODY : 0;
        }
        return isOfRoom(path, EVENTS) ? 0 : others.maxBody(method, path);
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        String path = request.path();
        if (isOfRoom(path, EVENTS)) {
            return streams.answer(request, room(path, EVENTS));
        }
        return isOfRoom(path, MESSAGES)
                ? posts.answer(request, room(path, MESSAGES))
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
