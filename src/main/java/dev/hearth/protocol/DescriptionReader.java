package dev.hearth.protocol;

import dev.hearth.model.HearthException;
import dev.hearth.protocol.Description.Call;
import dev.hearth.protocol.Description.Listing;
import dev.hearth.protocol.Description.MessageShape;
import dev.hearth.protocol.Description.Named;
import dev.hearth.protocol.Description.Writing;
import java.util.Optional;
import java.util.Set;

/// Reads a [Description] from its file. The author gets to know on which line something is wrong,
/// and what may be there. Stateless.
public final class DescriptionReader {
    /// A description is a page of text.
    public static final int MOST_CHARACTERS = 64_000;

    private static final Set<String> KEYS =
            Set.of(
                    "about",
                    "namespace",
                    "auth",
                    "room",
                    "join",
                    "joined",
                    "say",
                    "echo",
                    "message",
                    "comes",
                    "goes",
                    "people",
                    "typing",
                    "types");

    /// Placeholders that are known before anybody writes.
    private static final Set<String> OF_PERSON = Set.of("name", "room");

    private static final Set<String> OF_MESSAGE = Set.of("name", "room", "text", "id");

    private DescriptionReader() {}

    /// @throws HearthException BAD_DIALECT: `line 4: …`
    public static Description read(String json) {
        if (json.length() > MOST_CHARACTERS) {
            throw LocatedJson.bad(
                    1, "a description has at most " + MOST_CHARACTERS + " characters.");
        }
        LocatedJson all = LocatedJson.read(json);
        DescribedFields fields = DescribedFields.of(all, "", KEYS);
        return new Description(
                fields.text("about", "a sentence").orElse(""),
                namespace(fields),
                fields.templateMap("auth", OF_PERSON),
                fields.text("room", "the name of a room").orElse("lobby"),
                fields.object("join", Set.of("event", "send", "ack"))
                        .map(it -> call(it, OF_PERSON)),
                fields.event("joined"),
                call(fields.needObject("say", Set.of("event", "send", "ack")), OF_MESSAGE),
                fields.needFlag("echo"),
                message(fields.needObject("message", Set.of("event", "text", "name", "time"))),
                named(fields, "comes"),
                named(fields, "goes"),
                fields.object("people", Set.of("event", "list", "name"))
                        .map(
                                it ->
                                        new Listing(
                                                it.event(),
                                                it.needArgument("list"),
                                                it.within("name"))),
                fields.object("typing", Set.of("event", "send", "stop"))
                        .map(it -> new Writing(call(it, OF_PERSON), it.event("stop"))),
                named(fields, "types"));
    }

    private static String namespace(DescribedFields fields) {
        String wants = "a namespace that begins with a slash, for example \"/chat\"";
        String namespace = fields.text("namespace", wants).orElse("/");
        if (!namespace.startsWith("/") || namespace.contains(",") || namespace.contains("?")) {
            throw LocatedJson.bad(fields.line(), "“namespace” takes " + wants + ".");
        }
        return namespace;
    }

    private static Call call(DescribedFields fields, Set<String> placeholders) {
        return new Call(
                fields.event(),
                fields.template("send", placeholders),
                fields.flag("ack").orElse(false));
    }

    private static MessageShape message(DescribedFields fields) {
        return new MessageShape(
                fields.event(),
                fields.needArgument("text"),
                fields.argument("name"),
                fields.argument("time"));
    }

    private static Optional<Named> named(DescribedFields fields, String key) {
        return fields.object(key, Set.of("event", "name"))
                .map(it -> new Named(it.event(), it.needArgument("name")));
    }
}
