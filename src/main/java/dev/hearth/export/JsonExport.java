package dev.hearth.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.hearth.log.StoredPerson;
import dev.hearth.log.StoredRoom;
import dev.hearth.model.EntryId;
import dev.hearth.model.FileId;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One object: `{host, exported, people: [{id, name, role}], rooms: [{id, name, topic, kind,
/// messages: [{seq, id, from, at, text, …}]}]}`. Times are ISO 8601 in UTC.
final class JsonExport implements ExportWriter {
    private final JsonGenerator json;

    JsonExport(Writer out) throws IOException {
        this.json =
                new JsonFactory()
                        .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
                        .createGenerator(out)
                        .useDefaultPrettyPrinter();
    }

    @Override
    public void begin(String hostId, Instant at, List<StoredPerson> people) throws IOException {
        json.writeStartObject();
        json.writeStringField("host", hostId);
        json.writeStringField("exported", at.toString());
        json.writeArrayFieldStart("people");
        for (StoredPerson stored : people) {
            Person person = stored.person();
            json.writeStartObject();
            json.writeStringField("id", person.id().value());
            json.writeStringField("name", person.name());
            json.writeStringField("role", person.role().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rooms");
    }

    @Override
    public void room(StoredRoom room) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", room.id().value());
        json.writeStringField("name", room.name());
        json.writeStringField("topic", room.topic());
        json.writeStringField("kind", room.kind().name().toLowerCase(Locale.ROOT));
        json.writeArrayFieldStart("messages");
    }

    @Override
    public void message(FoldedMessage message, Optional<FoldedMessage> answered)
            throws IOException {
        json.writeStartObject();
        json.writeNumberField("seq", message.seq());
        json.writeStringField("id", message.id().value());
        json.writeStringField("from", message.from().id().value());
        json.writeStringField("at", message.at().toString());
        if (message.deleted()) {
            json.writeBooleanField("deleted", true);
        } else {
            content(message);
        }
        json.writeEndObject();
    }

    private void content(FoldedMessage message) throws IOException {
        json.writeStringField("text", message.text());
        if (message.replyTo().isPresent()) {
            json.writeStringField("replyTo", message.replyTo().map(EntryId::value).orElse(""));
        }
        if (message.edited().isPresent()) {
            json.writeStringField("edited", message.edited().map(Instant::toString).orElse(""));
        }
        if (!message.files().isEmpty()) {
            List<String> files = message.files().stream().map(FileId::value).toList();
            json.writeArrayFieldStart("files");
            for (String file : files) {
                json.writeString(file);
            }
            json.writeEndArray();
        }
        if (!message.reactions().isEmpty()) {
            reactions(message.reactions());
        }
    }

    private void reactions(Map<String, Set<PersonId>> reactions) throws IOException {
        json.writeObjectFieldStart("reactions");
        for (Map.Entry<String, Set<PersonId>> each : reactions.entrySet()) {
            json.writeArrayFieldStart(each.getKey());
            for (PersonId person : each.getValue()) {
                json.writeString(person.value());
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    @Override
    public void endRoom() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }
}
