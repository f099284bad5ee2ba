package dev.hearth.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/// A text on standard input, as programs of every system write it.
final class TypedText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TypedText() {}

    /// Reads all of `in` as UTF-8: without a byte order mark at its start, with line breaks of
    /// Windows and old Macs as `\n`, without the last one.
    ///
    /// @param most bytes; of more only so much is read that the text is longer than that
    /// @throws CharacterCodingException it is not UTF-8
    static String read(InputStream in, int most) throws IOException {
        // Room for a byte order mark and the last line break; a command may write without end.
        byte[] bytes = in.readNBytes(most + 8);
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        boolean whole = bytes.length < most + 8;
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), decoded, whole);
        if (result.isError()) {
            result.throwException();
        }
        String text = decoded.flip().toString();
        String marked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        String lines = marked.replace("\r\n", "\n").replace('\r', '\n');
        return lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
    }
}
