package dev.hearth.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.client.JoinedFolders;
import dev.hearth.client.MessageArguments;
import dev.hearth.files.AtomicFile;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.settings.DataFolder;
import dev.hearth.settings.FolderLock;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is kept of joined chats, in the data folder: `joined/HOST-ID/` for each host,
/// `joined/addresses` which says, line by line, which host answered where, and `joined/arguments`
/// and `joined/dialects` which say what a person chose for a server. Thread-safe.
final class KeptChats implements JoinedFolders {
    private static final Logger LOG = LoggerFactory.getLogger(KeptChats.class);
    private static final String FOLDER = "joined";
    private static final String ADDRESSES = "addresses";
    private static final String ARGUMENTS = "arguments";
    private static final String DIALECTS = "dialects";
    private static final int TRIES = 20;
    private static final long PAUSE_NANOS = 50_000_000;

    /// A host says its id itself: it must not lead anywhere else.
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /// A host's id, or a choice of a person: encoded as in an address, for it may be a path.
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-.*_+%]{1,2000}");

    /// Addresses change from day to day in some networks; the oldest are forgotten.
    private static final int MOST = 1_000;

    private final DataFolder data;

    KeptChats(DataFolder data) {
        this.data = data;
    }

    @Override
    public synchronized Optional<String> hostAt(URI server) {
        return Optional.ofNullable(read(ADDRESSES).get(server.toString()));
    }

    @Override
    public synchronized void remember(URI server, String hostId) {
        Map<String, String> known = read(ADDRESSES);
        if (isSafe(hostId) && !hostId.equals(known.get(server.toString()))) {
            known.remove(server.toString());
            known.put(server.toString(), hostId);
            write(ADDRESSES, known);
        }
    }

    @Override
    public synchronized Optional<MessageArguments> argumentsAt(URI server) {
        String word = read(ARGUMENTS).get(server.toString());
        return Arrays.stream(MessageArguments.values())
                .filter(each -> each.word().equals(word))
                .findFirst();
    }

    @Override
    public synchronized void rememberArguments(URI server, Optional<MessageArguments> arguments) {
        Map<String, String> known = read(ARGUMENTS);
        known.remove(server.toString());
        arguments.ifPresent(chosen -> known.put(server.toString(), chosen.word()));
        write(ARGUMENTS, known);
    }

    @Override
    public synchronized Optional<String> dialectAt(URI server) {
        return Optional.ofNullable(read(DIALECTS).get(server.toString()))
                .map(word -> URLDecoder.decode(word, UTF_8));
    }

    @Override
    public synchronized void rememberDialect(URI server, Optional<String> chosen) {
        Map<String, String> known = read(DIALECTS);
        known.remove(server.toString());
        chosen.ifPresent(word -> known.put(server.toString(), URLEncoder.encode(word, UTF_8)));
        write(DIALECTS, known);
    }

    @Override
    public Optional<JoinedFolder> open(String hostId) {
        if (!isSafe(hostId)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Locked(lock(FOLDER + "/" + hostId)));
        } catch (HearthException e) {
            if (e.code() == LocalTrouble.DATA_IN_USE) {
                throw new HearthException(
                        LocalTrouble.DATA_IN_USE,
                        "This chat is open in another Hearth that uses the same data folder. Go on"
                                + " there, or start this one with --data OTHER.",
                        e);
            }
            LOG.info("A chat is not kept: {}", e.sentence());
            return Optional.empty();
        }
    }

    /// A chat that was just left lets go of its folder in a moment.
    private FolderLock lock(String subfolder) {
        for (int tries = 0; ; tries++) {
            try {
                return data.lock(subfolder);
            } catch (HearthException e) {
                if (e.code() != LocalTrouble.DATA_IN_USE || tries == TRIES) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private record Locked(FolderLock lock) implements JoinedFolder {
        @Override
        public Path path() {
            return lock.folder();
        }

        @Override
        public void close() {
            lock.close();
        }
    }

    private static boolean isSafe(String hostId) {
        return SAFE.matcher(hostId).matches();
    }

    private Path file(String name) {
        return data.path().resolve(FOLDER).resolve(name);
    }

    /// What is known of each address; the file has a line `WORD ADDRESS` for each.
    private Map<String, String> read(String name) {
        Map<String, String> known = new LinkedHashMap<>();
        Path file = file(name);
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    int space = line.indexOf(' ');
                    if (space > 0 && WORD.matcher(line.substring(0, space)).matches()) {
                        known.put(line.substring(space + 1), line.substring(0, space));
                    }
                }
            }
        } catch (IOException e) {
            LOG.warn("The addresses of joined chats cannot be read", e);
        }
        return known;
    }

    private void write(String name, Map<String, String> known) {
        Path file = file(name);
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.write(
                    file,
                    known.entrySet().stream()
                            .skip(Math.max(0, known.size() - MOST))
                            .map(each -> each.getValue() + " " + each.getKey() + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            LOG.warn("The address of a joined chat cannot be kept", e);
        }
    }
}
