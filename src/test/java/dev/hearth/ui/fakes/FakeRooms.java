package dev.hearth.ui.fakes;

import dev.hearth.model.Accepted;
import dev.hearth.model.Command;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.Membership;
import dev.hearth.model.Mentions;
import dev.hearth.model.Message;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomActivity;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/// The rooms of a made-up chat, and a host that does at once whatever it is asked about them. Any
/// thread, one at a time.
public final class FakeRooms {
    private final FakeChat chat;
    private final Map<RoomId, RoomHead> heads = new LinkedHashMap<>();
    private final Map<RoomId, List<Message>> kept = new HashMap<>();
    private final Set<RoomId> open = new HashSet<>();
    private int made;

    FakeRooms(FakeChat chat) {
        this.chat = chat;
    }

    private static RoomHead head(RoomId id, String name, RoomKind kind, Optional<PersonId> with) {
        return new RoomHead(id, name, "", kind, 0, 0, Membership.MEMBER, 2, with);
    }

    /// There is a room.
    public RoomId add(String name, RoomKind kind) {
        RoomId id = new RoomId("r" + ++made);
        put(head(id, name, kind, Optional.empty()));
        return id;
    }

    /// There is a conversation with somebody.
    public RoomId addDirect(String name) {
        RoomId id = new RoomId("d" + ++made);
        put(head(id, "", RoomKind.DIRECT, Optional.of(FakeChat.person(name).id())));
        return id;
    }

    public void topic(RoomId id, String topic) {
        RoomHead old = old(id);
        put(
                new RoomHead(
                        id,
                        old.name(),
                        topic,
                        old.kind(),
                        old.lastSeq(),
                        old.readSeq(),
                        old.membership(),
                        old.memberCount(),
                        old.with()));
    }

    public void membership(RoomId id, Membership membership) {
        RoomHead old = old(id);
        put(
                new RoomHead(
                        id,
                        old.name(),
                        old.topic(),
                        old.kind(),
                        old.lastSeq(),
                        old.readSeq(),
                        membership,
                        old.memberCount(),
                        old.with()));
    }

    private RoomHead old(RoomId id) {
        return heads.getOrDefault(id, head(id, id.value(), RoomKind.PUBLIC, Optional.empty()));
    }

    private void put(RoomHead head) {
        heads.put(head.id(), head);
        chat.tell(new Event.RoomsChanged(List.of(head)));
    }

    /// Somebody says something in a room.
    public Message said(RoomId room, String name, Instant at, String text) {
        int seq = chat.nextSeq();
        var message =
                new Message(
                        new EntryId("m" + seq),
                        room,
                        OptionalLong.of(seq),
                        FakeChat.person(name),
                        at,
                        text,
                        name.equals(chat.request().name()),
                        Delivery.DELIVERED);
        kept.computeIfAbsent(room, absent -> new ArrayList<>()).add(message);
        if (open.contains(room)) {
            chat.tell(new Event.MessageAdded(message));
        } else {
            tellActivity(room);
        }
        return message;
    }

    /// Of a room that nobody looks at only the number of what is unread is told.
    private void tellActivity(RoomId room) {
        List<Message> all = kept.getOrDefault(room, List.of());
        List<Message> others = all.stream().filter(message -> !message.own()).toList();
        String you = chat.request().name();
        int mentions = (int) others.stream().filter(it -> Mentions.isIn(it.text(), you)).count();
        Message last = all.getLast();
        chat.tell(
                new Event.ActivityChanged(
                        List.of(
                                new RoomActivity(
                                        room,
                                        last.seq().orElse(0),
                                        0,
                                        others.size(),
                                        mentions,
                                        Optional.of(last)))));
    }

    /// What was said so far is told, and from now on each message.
    void opened(RoomId room) {
        if (open.add(room) && kept.containsKey(room)) {
            chat.tell(new Event.OlderMessages(room, kept.get(room), false));
        }
    }

    /// Does what is asked of rooms; empty for what is about something else.
    Optional<Accepted> handle(Command command) {
        return switch (command) {
            case Command.OpenRoom open -> Optional.of(new Accepted(opened(open), 1));
            case Command.OpenDirect(var id, PersonId with) ->
                    Optional.of(new Accepted(addDirect(with.value().replace("id of ", "")), 1));
            case Command.SetTopic(var id, RoomId in, String topic) ->
                    done(in, room -> topic(room, topic));
            case Command.LeaveRoom(var id, RoomId in) ->
                    done(in, room -> membership(room, Membership.OUTSIDE));
            case Command.JoinRoom(var id, RoomId in) ->
                    done(in, room -> membership(room, Membership.MEMBER));
            default -> Optional.empty();
        };
    }

    private RoomId opened(Command.OpenRoom open) {
        RoomId id = add(open.name(), open.kind());
        if (!open.topic().isEmpty()) {
            topic(id, open.topic());
        }
        return id;
    }

    private Optional<Accepted> done(RoomId id, Consumer<RoomId> change) {
        change.accept(id);
        return Optional.of(new Accepted(id, 1));
    }
}
