package dev.hearth.gateway;

import dev.hearth.host.ChatHost;
import dev.hearth.host.HostListener;
import dev.hearth.host.HostState;
import dev.hearth.model.Entry;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Origin;
import dev.hearth.model.RoomFacts;
import dev.hearth.model.RoomId;
import dev.hearth.socketio.http.HttpRequest;
import dev.hearth.socketio.http.HttpResponse;
import dev.hearth.socketio.http.ResponseStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;

/// `GET /rooms/NAME/events`: what is said in a public room, as server-sent events, to whoever may
/// come into the chat (wire.md). Requests are answered on virtual threads; who reads what is
/// confined to the host loop.
final class RoomStreams implements HostListener {
    private static final String LAST_EVENT_ID = "last-event-id";
    private static final Map<String, String> HEADERS =
            Map.of(
                    "content-type",
                    "text/event-stream",
                    "cache-control",
                    "no-store, no-transform",
                    // nginx would keep the events back until there are many.
                    "x-accel-buffering",
                    "no");

    private final ChatHost host;
    private final RoomFanOut feed;
    private final StreamCounts counts;
    private final AtomicLong ids = new AtomicLong();
    private final Map<RoomId, Map<String, RoomStream>> open = new HashMap<>();

    RoomStreams(ChatHost host, RoomFanOut feed, boolean limited) {
        this.host = host;
        this.feed = feed;
        this.counts = new StreamCounts(limited);
        host.listen(this);
    }

    /// What a client asks for.
    ///
    /// @param after the last event that it has; empty when it wants only what comes
    private record Wish(RoomId room, OptionalLong after, Origin from) {}

    HttpResponse answer(HttpRequest request, String name) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return HttpAnswers.notAllowed("GET, HEAD");
        }
        Origin from = Origins.of(request);
        try {
            RoomId room = host.call(state -> find(state, name, from)).join();
            return stream(request, new Wish(room, after(request), from));
        } catch (HearthException | CompletionException e) {
            return HttpAnswers.refused(ErrorAnswers.of(e));
        }
    }

    /// On the host loop.
    private static RoomId find(HostState state, String name, Origin from) {
        if (state.people().isHeld(from)) {
            throw new HearthException(
                    ErrorCode.BANNED, "Nobody from your address may read this chat for now.");
        }
        return state.rooms().named(name).orElseThrow(() -> RoomSite.noRoom(name));
    }

    /// What a client says when it comes back, or asks for the first time.
    private static OptionalLong after(HttpRequest request) {
        String said = request.headers().get(LAST_EVENT_ID);
        if (said == null || said.isEmpty()) {
            said = request.query().getOrDefault("after", List.of("")).getFirst();
        }
        if (said.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong after = PlainHandshake.number(said);
        if (after.isEmpty()) {
            throw new HearthException(
                    ErrorCode.MALFORMED,
                    "Last-Event-ID, or “after”, is the id of an event of this stream: a number.");
        }
        return after;
    }

    private HttpResponse stream(HttpRequest request, Wish wish) {
        if (request.method().equals("HEAD")) {
            return new HttpResponse(200, HEADERS, new HttpResponse.Bytes(ServerSentEvents.NOTHING));
        }
        if (!counts.open(wish.from())) {
            return HttpAnswers.refused(
                    ErrorCode.RATE, "There are too many streams already. Close one of yours.");
        }
        return new HttpResponse(
                200,
                HEADERS,
                new HttpResponse.Streamed(ServerSentEvents.BEAT, to -> begin(wish, to)));
    }

    private void begin(Wish wish, ResponseStream to) {
        RoomStream stream = new RoomStream("stream " + ids.incrementAndGet(), wish.room(), to);
        to.listen(
                new ResponseStream.Listener() {
                    @Override
                    public void writable() {
                        host.run(state -> feed.drained(state, stream.id()));
                    }

                    @Override
                    public void ended() {
                        counts.close(wish.from());
                        host.run(_ -> forget(stream));
                    }
                });
        host.run(state -> enter(state, stream, wish));
    }

    /// On the host loop: what the stream is sent from the log, and what comes after it, are one
    /// step. It begins with a place in the log, so that who is cut off at once loses nothing.
    private void enter(HostState state, RoomStream stream, Wish wish) {
        long last = host.lastSeq(stream.room());
        long start = Math.min(wish.after().orElse(last), last);
        var facts = state.rooms().facts(stream.room());
        if (facts.isEmpty()) {
            stream.close(start); // it was there a moment ago
        } else if (stream.to().isOpen()) { // else it has been forgotten before
            open.computeIfAbsent(stream.room(), _ -> new LinkedHashMap<>())
                    .put(stream.id(), stream);
            stream.to().send(ServerSentEvents.event("room", start, about(facts.get())));
            feed.follow(state, stream, stream.room(), start);
        }
    }

    private Map<String, Object> about(RoomFacts room) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("room", room.id().value());
        map.put("name", room.name());
        map.put("topic", room.topic());
        map.put("lastSeq", room.lastSeq());
        map.put("epoch", host.epoch());
        return map;
    }

    private void forget(RoomStream stream) {
        feed.forget(stream.id());
        open.computeIfPresent(
                stream.room(),
                (_, there) -> {
                    there.remove(stream.id());
                    return there.isEmpty() ? null : there;
                });
    }

    @Override
    public void committed(HostState state, List<Entry> entries) {}

    @Override
    public void closed(HostState state, RoomId room) {
        long last = host.lastSeq(room);
        for (RoomStream stream : List.copyOf(open.getOrDefault(room, Map.of()).values())) {
            feed.end(state, stream.id(), room, _ -> stream.close(last));
        }
    }
}
