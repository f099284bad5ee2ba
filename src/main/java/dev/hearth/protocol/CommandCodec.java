package dev.hearth.protocol;

import static java.util.Objects.requireNonNull;

import dev.hearth.model.Command;
import dev.hearth.model.Command.CloseRoom;
import dev.hearth.model.Command.DeleteMessage;
import dev.hearth.model.Command.EditMessage;
import dev.hearth.model.Command.ForgetPerson;
import dev.hearth.model.Command.GiveRole;
import dev.hearth.model.Command.Invite;
import dev.hearth.model.Command.JoinRoom;
import dev.hearth.model.Command.LeaveRoom;
import dev.hearth.model.Command.Mute;
import dev.hearth.model.Command.OpenDirect;
import dev.hearth.model.Command.OpenRoom;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Command.React;
import dev.hearth.model.Command.RemovePerson;
import dev.hearth.model.Command.RenameRoom;
import dev.hearth.model.Command.SetTopic;
import dev.hearth.model.Command.Unban;
import dev.hearth.model.Command.Unmute;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.FileId;
import dev.hearth.model.HearthException;
import dev.hearth.model.Limits;
import dev.hearth.model.PersonId;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Commands as requests of `/hearth` (wire.md, "Requests"): an event and one map. The same form is
/// kept in a client's outbox. Stateless.
public final class CommandCodec {
    private CommandCodec() {}

    /// The event that asks for `command`.
    public static String event(Command command) {
        return switch (command) {
            case PostMessage _ -> Events.CHAT_MESSAGE;
            case EditMessage _ -> Events.EDIT;
            case DeleteMessage _ -> Events.DELETE;
            case React _ -> Events.REACT;
            case OpenRoom _, OpenDirect _ -> Events.OPEN;
            case Invite _ -> Events.INVITE;
            case JoinRoom _ -> Events.JOIN;
            case LeaveRoom _ -> Events.LEAVE;
            case SetTopic _ -> Events.TOPIC;
            case RenameRoom _ -> Events.RENAME;
            case RemovePerson(var _, var _, var _, Removal by) ->
                    switch (by) {
                        case KICK -> Events.KICK;
                        case BAN -> Events.BAN;
                    };
            case Unban _ -> Events.UNBAN;
            case Mute _ -> Events.MUTE;
            case Unmute _ -> Events.UNMUTE;
            case GiveRole _ -> Events.ROLE;
            case CloseRoom _ -> Events.CLOSE;
            case ForgetPerson _ -> Events.FORGET;
        };
    }

    /// The one argument of that event. Nothing is written for what is empty.
    public static Map<String, Object> fields(Command command) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", command.id().value());
        command.room().ifPresent(room -> fields.put("room", room.value()));
        switch (command) {
            case PostMessage(var _, var _, String text, var replyTo, var files) -> {
                fields.put("text", text);
                replyTo.ifPresent(of -> fields.put("replyTo", of.value()));
                if (!files.isEmpty()) {
                    fields.put("files", files.stream().map(FileId::value).toList());
                }
            }
            case EditMessage(var _, var _, EntryId of, String text) -> {
                fields.put("of", of.value());
                fields.put("text", text);
            }
            case DeleteMessage(var _, var _, EntryId of) -> fields.put("of", of.value());
            case React(var _, var _, EntryId of, String emoji, boolean on) -> {
                fields.put("of", of.value());
                fields.put("emoji", emoji);
                fields.put("on", on);
            }
            case OpenRoom(var _, String name, String topic, RoomKind kind) -> {
                fields.put("name", name);
                fields.put("topic", topic);
                fields.put("kind", kind.wire());
            }
            case OpenDirect(var _, PersonId with) -> fields.put("with", with.value());
            case JoinRoom _, LeaveRoom _, CloseRoom _ -> {}
            case ForgetPerson(var _, PersonId person) -> fields.put("person", person.value());
            case SetTopic(var _, var _, String topic) -> fields.put("topic", topic);
            case RenameRoom(var _, var _, String name) -> fields.put("name", name);
            case Invite(var _, var _, PersonId person) -> fields.put("person", person.value());
            case RemovePerson(var _, var _, PersonId person, var _) ->
                    fields.put("person", person.value());
            case Unban(var _, var _, PersonId person) -> fields.put("person", person.value());
            case Mute(var _, var _, PersonId person, var until) -> {
                fields.put("person", person.value());
                until.ifPresent(at -> fields.put("until", at.toEpochMilli()));
            }
            case Unmute(var _, var _, PersonId person) -> fields.put("person", person.value());
            case GiveRole(var _, var _, PersonId person, Role role) -> {
                fields.put("person", person.value());
                fields.put("role", Wire.name(role));
            }
        }
        return fields;
    }

    /// Whether `event` asks for a command.
    public static boolean isCommand(String event) {
        return READERS.containsKey(event);
    }

    /// Reads a request. Unknown fields are ignored; what a command may hold is the host's to check.
    ///
    /// @throws HearthException MALFORMED when a field is missing or of the wrong shape;
    ///   UNKNOWN_EVENT
    public static Command read(String event, Map<?, ?> fields) {
        Function<Reader, Command> reader = READERS.get(event);
        if (reader == null) {
            throw new HearthException(
                    ErrorCode.UNKNOWN_EVENT, "This chat does not know this request.");
        }
        return requireNonNull(reader.apply(new Reader(fields)));
    }

    private static final Map<String, Function<Reader, Command>> READERS =
            Map.ofEntries(
                    Map.entry(
                            Events.CHAT_MESSAGE,
                            in ->
                                    new PostMessage(
                                            in.id(),
                                            in.room(),
                                            in.text("text"),
                                            in.entry("replyTo"),
                                            in.files())),
                    Map.entry(
                            Events.EDIT,
                            in -> new EditMessage(in.id(), in.anyRoom(), in.of(), in.text("text"))),
                    Map.entry(
                            Events.DELETE, in -> new DeleteMessage(in.id(), in.anyRoom(), in.of())),
                    Map.entry(
                            Events.REACT,
                            in ->
                                    new React(
                                            in.id(),
                                            in.anyRoom(),
                                            in.of(),
                                            in.text("emoji"),
                                            in.flag("on"))),
                    Map.entry(Events.OPEN, CommandCodec::open),
                    Map.entry(Events.INVITE, in -> new Invite(in.id(), in.room(), in.person())),
                    Map.entry(Events.JOIN, in -> new JoinRoom(in.id(), in.room())),
                    Map.entry(Events.LEAVE, in -> new LeaveRoom(in.id(), in.room())),
                    Map.entry(
                            Events.TOPIC, in -> new SetTopic(in.id(), in.room(), in.text("topic"))),
                    Map.entry(
                            Events.RENAME,
                            in -> new RenameRoom(in.id(), in.room(), in.text("name"))),
                    Map.entry(Events.KICK, in -> remove(in, Removal.KICK)),
                    Map.entry(Events.BAN, in -> remove(in, Removal.BAN)),
                    Map.entry(Events.UNBAN, in -> new Unban(in.id(), in.room(), in.person())),
                    Map.entry(
                            Events.MUTE,
                            in -> new Mute(in.id(), in.room(), in.person(), in.time("until"))),
                    Map.entry(Events.UNMUTE, in -> new Unmute(in.id(), in.room(), in.person())),
                    Map.entry(Events.CLOSE, in -> new CloseRoom(in.id(), in.room())),
                    Map.entry(Events.FORGET, in -> new ForgetPerson(in.id(), in.person())),
                    Map.entry(
                            Events.ROLE,
                            in ->
                                    new GiveRole(
                                            in.id(),
                                            in.room(),
                                            in.person(),
                                            in.named("role", Role.values()))));

    private static Command open(Reader in) {
        return in.has("with")
                ? new OpenDirect(in.id(), new PersonId(in.text("with")))
                : new OpenRoom(
                        in.id(),
                        in.text("name"),
                        in.has("topic") ? in.text("topic") : "",
                        in.named("kind", RoomKind.values()));
    }

    private static Command remove(Reader in, Removal by) {
        return new RemovePerson(in.id(), in.room(), in.person(), by);
    }

    /// The fields of one request, each of which may be missing or wrong.
    private record Reader(Map<?, ?> fields) {
        boolean has(String key) {
            return fields.get(key) != null;
        }

        String text(String key) {
            return Fields.text(fields, key).orElseThrow(() -> malformed(key));
        }

        private String id(String key) {
            return id(key, Limits.ID_CHARACTERS);
        }

        private String id(String key, Limits most) {
            String id = text(key);
            if (id.isEmpty() || most.value() < id.length()) {
                throw malformed(key);
            }
            return id;
        }

        EntryId id() {
            return new EntryId(id("id"));
        }

        EntryId of() {
            return new EntryId(id("of", Limits.REFERENCE_CHARACTERS));
        }

        RoomId room() {
            return new RoomId(id("room"));
        }

        Optional<RoomId> anyRoom() {
            return has("room") ? Optional.of(room()) : Optional.empty();
        }

        PersonId person() {
            return new PersonId(id("person"));
        }

        Optional<EntryId> entry(String key) {
            return has(key)
                    ? Optional.of(new EntryId(id(key, Limits.REFERENCE_CHARACTERS)))
                    : Optional.empty();
        }

        boolean flag(String key) {
            if (fields.get(key) instanceof Boolean flag) {
                return flag;
            }
            throw malformed(key);
        }

        Optional<Instant> time(String key) {
            if (!has(key)) {
                return Optional.empty();
            }
            long millis = Fields.number(fields, key).orElseThrow(() -> malformed(key));
            return Optional.of(Instant.ofEpochMilli(millis));
        }

        List<FileId> files() {
            if (!has("files")) {
                return List.of();
            }
            if (fields.get("files") instanceof List<?> list
                    && list.size() <= Limits.FILES.value()
                    && list.stream().allMatch(String.class::isInstance)) {
                return list.stream().map(each -> new FileId((String) each)).toList();
            }
            throw malformed("files");
        }

        <E extends Enum<E>> E named(String key, E[] all) {
            String name = text(key);
            return Stream.of(all)
                    .filter(each -> Wire.name(each).equals(name))
                    .findFirst()
                    .orElseThrow(() -> malformed(key));
        }

        private static HearthException malformed(String key) {
            return new HearthException(
                    ErrorCode.MALFORMED,
                    "The field “" + key + "” is missing or not as it should be.");
        }
    }
}
