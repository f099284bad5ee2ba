package dev.hearth.cli;

import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The command line as UTF-8, whatever the locale says.
///
/// Java reads arguments in the encoding of the locale and puts U+FFFD where that fails, so under
/// `LC_ALL=C` every letter beyond ASCII is lost, and so are bytes that are not UTF-8 under any
/// locale. Linux keeps the bytes. Elsewhere a lost letter is an error.
final class Arguments {
    private static final char LOST = '\uFFFD';

    private Arguments() {}

    /// @param read the arguments of this process as Java read them
    /// @throws HearthException MALFORMED: they are not UTF-8
    static String[] utf8(String[] read) {
        return utf8(read, Path.of("/proc/self/cmdline"));
    }

    /// @param commandLine a file with everything on the command line, a NUL after each argument
    static String[] utf8(String[] read, Path commandLine) {
        if (Arrays.stream(read).allMatch(Arguments::isAscii)) {
            return read;
        }
        try {
            List<ByteBuffer> all = split(Files.readAllBytes(commandLine));
            if (all.size() < read.length) {
                return unlessLost(read);
            }
            String[] own = new String[read.length];
            for (int i = 0; i < own.length; i++) {
                own[i] = decode(all.get(all.size() - own.length + i));
            }
            return own;
        } catch (CharacterCodingException e) {
            throw notUtf8();
        } catch (IOException e) {
            return unlessLost(read);
        }
    }

    private static String[] unlessLost(String[] read) {
        if (Arrays.stream(read).anyMatch(argument -> argument.indexOf(LOST) >= 0)) {
            throw notUtf8();
        }
        return read;
    }

    private static HearthException notUtf8() {
        return new HearthException(
                ErrorCode.MALFORMED,
                "What stands on the command line is not UTF-8. Use a terminal and a locale with"
                        + " UTF-8, for example LC_ALL=C.UTF-8.");
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter < 0x80);
    }

    private static List<ByteBuffer> split(byte[] bytes) {
        List<ByteBuffer> arguments = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == 0) {
                arguments.add(ByteBuffer.wrap(bytes, start, at - start));
                start = at + 1;
            }
        }
        return arguments;
    }

    private static String decode(ByteBuffer bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    }
}
