package dev.hearth.protocol;

import dev.hearth.model.EntryId;
import dev.hearth.model.FileId;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Closed;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Payload.Forgotten;
import dev.hearth.model.Payload.Invited;
import dev.hearth.model.Payload.Joined;
import dev.hearth.model.Payload.Left;
import dev.hearth.model.Payload.Muted;
import dev.hearth.model.Payload.Opened;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Reacted;
import dev.hearth.model.Payload.Removed;
import dev.hearth.model.Payload.Renamed;
import dev.hearth.model.Payload.RoleGiven;
import dev.hearth.model.Payload.TopicSet;
import dev.hearth.model.Payload.Unbanned;
import dev.hearth.model.Payload.Unmuted;
import dev.hearth.model.PersonId;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What an entry says, as the fields beside its envelope: the same on the wire and in the log.
/// Times are epoch milliseconds. Stateless.
public final class PayloadCodec {
    private PayloadCodec() {}

    /// The fields of `payload`, without its kind. Nothing is written for what is empty.
    public static Map<String, Object> fields(Payload payload) {
        return switch (payload) {
            case Posted(String text, var replyTo, var files) -> posted(text, replyTo, files);
            case Edited(EntryId of, String text) -> Map.of("of", of.value(), "text", text);
            case Deleted(EntryId of) -> Map.of("of", of.value());
            case Erased(var of) ->
                    of.<Map<String, Object>>map(it -> Map.of("of", it.value())).orElse(Map.of());
            case Reacted(EntryId of, String emoji, boolean on) ->
                    Map.of("of", of.value(), "emoji", emoji, "on", on);
            case Opened(String name, String topic, RoomKind kind, var with) ->
                    opened(name, topic, kind, with);
            case TopicSet(String topic) -> Map.of("topic", topic);
            case Renamed(String name) -> Map.of("name", name);
            case Joined _, Left _, Closed _ -> Map.of();
            case Invited(PersonId person) -> person(person);
            case Removed(PersonId person, Removal by) ->
                    Map.of("person", person.value(), "by", by.wire());
            case Unbanned(PersonId person) -> person(person);
            case Muted(PersonId person, var until) -> muted(person, until);
            case Unmuted(PersonId person) -> person(person);
            case RoleGiven(PersonId person, Role role) ->
                    Map.of("person", person.value(), "role", wire(role));
            case Forgotten(PersonId person) -> person(person);
        };
    }

    /// Reads what [#fields] wrote; unknown fields are ignored.
    ///
    /// @return empty when the kind is unknown or a field is missing or of the wrong shape
    public static Optional<Payload> read(String kind, Map<?, ?> fields) {
        return switch (kind) {
            case "posted" -> text(fields, "text").map(text -> posted(text, fields));
            case "edited" ->
                    of(fields).flatMap(of -> text(fields, "text").map(it -> new Edited(of, it)));
            case "deleted" -> of(fields).map(Deleted::new);
            case "erased" -> Optional.of(new Erased(of(fields)));
            case "reacted" -> of(fields).flatMap(of -> reacted(of, fields));
            case "opened" -> opened(fields);
            case "topic" -> text(fields, "topic").map(TopicSet::new);
            case "renamed" -> text(fields, "name").map(Renamed::new);
            case "joined" -> Optional.of(new Joined());
            case "left" -> Optional.of(new Left());
            case "closed" -> Optional.of(new Closed());
            default -> person(fields).flatMap(person -> aboutSomebody(kind, person, fields));
        };
    }

    private static Optional<Payload> aboutSomebody(String kind, PersonId person, Map<?, ?> fields) {
        return switch (kind) {
            case "invited" -> Optional.of(new Invited(person));
            case "removed" ->
                    text(fields, "by")
                            .flatMap(by -> named(Removal.values(), by))
                            .map(by -> new Removed(person, by));
            case "unbanned" -> Optional.of(new Unbanned(person));
            case "muted" -> Optional.of(new Muted(person, until(fields)));
            case "unmuted" -> Optional.of(new Unmuted(person));
            case "forgotten" -> Optional.of(new Forgotten(person));
            case "role" ->
                    text(fields, "role")
                            .flatMap(role -> named(Role.values(), role))
                            .filter(role -> role != Role.PROGRAM)
                            .map(role -> new RoleGiven(person, role));
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> posted(
            String text, Optional<EntryId> replyTo, List<FileId> files) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("text", text);
        replyTo.ifPresent(id -> fields.put("replyTo", id.value()));
        if (!files.isEmpty()) {
            fields.put("files", files.stream().map(FileId::value).toList());
        }
        return fields;
    }

    private static Posted posted(String text, Map<?, ?> fields) {
        Stream<?> files = fields.get("files") instanceof List<?> list ? list.stream() : Stream.of();
        return new Posted(
                text,
                text(fields, "replyTo").map(EntryId::new),
                files.filter(String.class::isInstance)
                        .map(each -> new FileId((String) each))
                        .toList());
    }

    private static Optional<Payload> reacted(EntryId of, Map<?, ?> fields) {
        boolean on = !Boolean.FALSE.equals(fields.get("on"));
        return text(fields, "emoji").map(emoji -> new Reacted(of, emoji, on));
    }

    private static Map<String, Object> opened(
            String name, String topic, RoomKind kind, Optional<PersonId> with) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("topic", topic);
        // "kind" is the entry's own, in the envelope.
        fields.put("roomKind", kind.wire());
        with.ifPresent(person -> fields.put("with", person.value()));
        return fields;
    }

    private static Optional<Payload> opened(Map<?, ?> fields) {
        return text(fields, "roomKind")
                .flatMap(kind -> named(RoomKind.values(), kind))
                .map(
                        kind ->
                                new Opened(
                                        text(fields, "name").orElse(""),
                                        text(fields, "topic").orElse(""),
                                        kind,
                                        text(fields, "with").map(PersonId::new)));
    }

    private static Map<String, Object> muted(PersonId person, Optional<Instant> until) {
        return until.<Map<String, Object>>map(
                        at -> Map.of("person", person.value(), "until", at.toEpochMilli()))
                .orElse(person(person));
    }

    private static Optional<Instant> until(Map<?, ?> fields) {
        return Fields.number(fields, "until").stream().mapToObj(Instant::ofEpochMilli).findFirst();
    }

    private static Map<String, Object> person(PersonId person) {
        return Map.of("person", person.value());
    }

    private static Optional<PersonId> person(Map<?, ?> fields) {
        return text(fields, "person").map(PersonId::new);
    }

    private static Optional<EntryId> of(Map<?, ?> fields) {
        return text(fields, "of").map(EntryId::new);
    }

    private static Optional<String> text(Map<?, ?> fields, String key) {
        return Fields.text(fields, key);
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Stream.of(all).filter(each -> wire(each).equals(name)).findFirst();
    }
}
