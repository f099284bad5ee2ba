package dev.hearth.client.dialect;

import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.protocol.Description;
import dev.hearth.protocol.DescriptionReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Where descriptions of servers come from: this program, a person's folder, a file. Calls read the
/// disk. Stateless.
final class Descriptions {
    /// By their words, the most official first.
    static final List<String> SHIPPED =
            List.of("chat", "rooms", "names", "acknowledged", "message");

    private static final String ENDING = ".json";

    private Descriptions() {}

    /// @param word one of [#SHIPPED]
    static Description shipped(String word) {
        String file = word + ENDING;
        try (InputStream in = Descriptions.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("not shipped: " + file);
            }
            return DescriptionReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isFile(String word) {
        return word.contains("/") || word.contains("\\") || word.endsWith(ENDING);
    }

    /// @throws HearthException BAD_DIALECT
    static Description file(Path file) {
        try {
            if (Files.size(file) > 4L * DescriptionReader.MOST_CHARACTERS) {
                throw bad(file + " is too large for the description of a dialect.");
            }
            return DescriptionReader.read(Files.readString(file));
        } catch (NoSuchFileException _) {
            throw bad("There is no file " + file + " that describes a dialect.");
        } catch (CharacterCodingException _) {
            throw bad(file + " is not UTF-8 text.");
        } catch (IOException e) {
            throw bad(file + " cannot be read: " + e.getMessage());
        } catch (HearthException e) {
            throw e.sentence().startsWith("line ") ? bad(file + ", " + e.sentence()) : e;
        }
    }

    static HearthException bad(String sentence) {
        return new HearthException(LocalTrouble.BAD_DIALECT, sentence);
    }

    /// The files of a folder by the words that choose them; none where there is no such folder.
    static Map<String, Path> in(Path folder) {
        Map<String, Path> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : found) {
                String name = String.valueOf(file.getFileName());
                files.put(name.substring(0, name.length() - ENDING.length()), file);
            }
            return files;
        } catch (IOException e) {
            throw bad("The folder " + folder + " cannot be read: " + e.getMessage());
        }
    }
}
