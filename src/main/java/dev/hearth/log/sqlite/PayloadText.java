package dev.hearth.log.sqlite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.model.Payload;
import dev.hearth.protocol.PayloadCodec;
import java.sql.SQLDataException;
import java.util.Map;

/// Payloads as the JSON text that the log keeps. Stateless.
final class PayloadText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private PayloadText() {}

    static String write(Payload payload) {
        try {
            return JSON.writeValueAsString(PayloadCodec.fields(payload));
        } catch (JsonProcessingException e) {
            throw new AssertionError("texts, numbers and lists always become JSON", e);
        }
    }

    /// @throws SQLDataException when this is none of our payloads
    static Payload read(String kind, String json) throws SQLDataException {
        try {
            return PayloadCodec.read(kind, JSON.readValue(json, FIELDS))
                    .orElseThrow(() -> new SQLDataException("no payload of kind " + kind));
        } catch (JsonProcessingException e) {
            throw new SQLDataException("a payload of kind " + kind + " is no JSON", e);
        }
    }
}
