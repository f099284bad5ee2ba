package dev.hearth.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// A text on standard input, as programs of every system write it.
final class TypedText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TypedText() {}

    /// Reads all of `in` as UTF-8: without a byte order mark at its start, with line breaks of
    /// Windows and old Macs as `\n`, without the last one.
    ///
    /// @throws CharacterCodingException it is not UTF-8
    static String read(InputStream in) throws IOException {
        String text =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(in.readAllBytes()))
                        .toString();
        String marked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        String lines = marked.replace("\r\n", "\n").replace('\r', '\n');
        return lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
    }
}
