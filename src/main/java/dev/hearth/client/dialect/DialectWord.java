package dev.hearth.client.dialect;

import dev.hearth.model.Names;
import dev.hearth.protocol.Description;
import java.nio.file.Path;
import java.util.Optional;

/// How a described dialect is chosen: by the word of one that is shipped, with a room behind it or
/// without, or by the path of a file.
///
/// @param name the word, or the path
/// @param room empty for the one of the description
record DialectWord(String name, Optional<String> room) {
    static DialectWord of(String word) {
        int colon = word.indexOf(':');
        return colon < 0 || Descriptions.isFile(word)
                ? new DialectWord(word, Optional.empty())
                : new DialectWord(word.substring(0, colon), Optional.of(word.substring(colon + 1)));
    }

    /// @throws dev.hearth.model.HearthException BAD_DIALECT
    Description read() {
        if (Descriptions.isFile(name)) {
            return Descriptions.file(Path.of(name));
        }
        if (!Descriptions.SHIPPED.contains(name)) {
            throw Descriptions.bad("There is no dialect “" + name + "”.");
        }
        Description description = Descriptions.shipped(name);
        return room.map(DialectWord::tidy).map(description::in).orElse(description);
    }

    private static String tidy(String room) {
        return Names.tidy(room)
                .orElseThrow(
                        () -> Descriptions.bad("“" + room + "” cannot be the name of a room."));
    }
}
