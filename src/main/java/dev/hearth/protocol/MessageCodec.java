package dev.hearth.protocol;

import dev.hearth.model.EntryId;
import dev.hearth.model.FileId;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.Limits;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Messages with what happened to them since, as maps: `{seq, room, id, from, at, text, replyTo?,
/// files?, edited?, deleted?, reactions?: {emoji: [person]}}`. Stateless.
public final class MessageCodec {
    private MessageCodec() {}

    public static Map<String, Object> map(FoldedMessage message) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seq", message.seq());
        map.put("room", message.room().value());
        map.put("id", message.id().value());
        map.put("from", PersonCodec.map(message.from()));
        map.put("at", message.at().toEpochMilli());
        map.put("text", message.text());
        message.replyTo().ifPresent(of -> map.put("replyTo", of.value()));
        if (!message.files().isEmpty()) {
            map.put("files", message.files().stream().map(FileId::value).toList());
        }
        message.edited().ifPresent(at -> map.put("edited", at.toEpochMilli()));
        if (message.deleted()) {
            map.put("deleted", true);
        }
        if (!message.reactions().isEmpty()) {
            Map<String, Object> reactions = new LinkedHashMap<>();
            message.reactions()
                    .forEach(
                            (emoji, people) ->
                                    reactions.put(
                                            emoji, people.stream().map(PersonId::value).toList()));
            map.put("reactions", reactions);
        }
        return map;
    }

    /// Empty when a field is missing or of the wrong shape.
    public static Optional<FoldedMessage> read(Map<?, ?> map) {
        OptionalLong seq = Fields.seq(map, "seq");
        OptionalLong at = Fields.time(map, "at");
        Optional<String> room = Fields.id(map, "room");
        Optional<String> id = Fields.id(map, "id");
        Optional<Person> from = Fields.map(map, "from").flatMap(PersonCodec::read);
        Optional<String> text = Fields.text(map, "text").filter(WireBounds::fitsText);
        if (seq.isEmpty()
                || at.isEmpty()
                || room.isEmpty()
                || id.isEmpty()
                || from.isEmpty()
                || text.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong edited = Fields.time(map, "edited");
        return Optional.of(
                new FoldedMessage(
                        new RoomId(room.get()),
                        seq.getAsLong(),
                        new EntryId(id.get()),
                        from.get(),
                        Instant.ofEpochMilli(at.getAsLong()),
                        text.get(),
                        Fields.id(map, "replyTo").map(EntryId::new),
                        texts(map.get("files"))
                                .limit(Limits.FILES.value())
                                .map(FileId::new)
                                .toList(),
                        edited.isPresent()
                                ? Optional.of(Instant.ofEpochMilli(edited.getAsLong()))
                                : Optional.empty(),
                        Boolean.TRUE.equals(map.get("deleted")),
                        reactions(map)));
    }

    private static Map<String, Set<PersonId>> reactions(Map<?, ?> map) {
        Map<String, Set<PersonId>> reactions = new LinkedHashMap<>();
        Fields.map(map, "reactions")
                .ifPresent(
                        all ->
                                all.forEach(
                                        (emoji, people) -> {
                                            Set<PersonId> who = new LinkedHashSet<>();
                                            texts(people).map(PersonId::new).forEach(who::add);
                                            String sign = String.valueOf(emoji);
                                            if (!who.isEmpty()
                                                    && !Limits.EMOJI_BYTES.isPassedBy(sign)) {
                                                reactions.put(sign, who);
                                            }
                                        }));
        return reactions;
    }

    private static Stream<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .filter(WireBounds::fitsId)
                : Stream.of();
    }
}
