package dev.hearth.gateway;

import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Limits;
import dev.hearth.model.Names;
import dev.hearth.model.SafeText;
import dev.hearth.socketio.Json;
import dev.hearth.socketio.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a program wants to say, as it stands in the body of a request. Stateless.
final class PostedText {
    /// A body that is neither JSON nor text.
    static final class UnknownType extends Exception {
        private static final long serialVersionUID = 1;
    }

    private PostedText() {}

    /// @throws HearthException MALFORMED, EMPTY, TOO_LONG
    static String of(HttpRequest request) throws UnknownType {
        String said = request.headers().getOrDefault("content-type", "");
        String type = said.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        String text =
                switch (type) {
                    case "application/json" -> json(request.body());
                    case "text/plain" -> plain(request.body());
                    default -> throw new UnknownType();
                };
        if (SafeText.isBlank(text)) {
            throw new HearthException(ErrorCode.EMPTY, "There is nothing in this message.");
        }
        if (Limits.TEXT_BYTES.isPassedBy(text)) {
            throw new HearthException(
                    ErrorCode.TOO_LONG,
                    "This message is longer than "
                            + Limits.TEXT_BYTES.value()
                            + " bytes. Shorten it.");
        }
        return text;
    }

    private static String json(ByteBuffer body) {
        Map<?, ?> map =
                Json.flatObject(body)
                        .orElseThrow(
                                () -> malformed("This is no JSON object: {\"text\": \"Hello\"}."));
        if (!(map.get("text") instanceof String text)) {
            throw malformed("The JSON has no “text” that is a text: {\"text\": \"Hello\"}.");
        }
        return Optional.ofNullable(map.get("name")).map(name -> named(name, text)).orElse(text);
    }

    /// On whose behalf a program speaks is a part of its text: its name is that of its token.
    private static String named(Object name, String text) {
        return Optional.of(name)
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .flatMap(Names::tidyOfPerson)
                        .orElseThrow(
                                () ->
                                        malformed(
                                                "A “name” has 1 to "
                                                        + Limits.NAME_CHARACTERS.value()
                                                        + " characters that can be seen, and no"
                                                        + " colon."))
                + ": "
                + text;
    }

    /// What a shell adds at the end is no part of it.
    private static String plain(ByteBuffer body) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(body.duplicate()).toString();
            return text.replaceFirst("[\r\n]+$", "");
        } catch (CharacterCodingException _) {
            throw malformed("This text is not UTF-8.");
        }
    }

    private static HearthException malformed(String sentence) {
        return new HearthException(ErrorCode.MALFORMED, sentence);
    }
}
