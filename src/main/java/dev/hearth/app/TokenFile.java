package dev.hearth.app;

import dev.hearth.files.AtomicFile;
import dev.hearth.gateway.ProgramTokens;
import dev.hearth.host.ChatHost;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.model.NameCheck;
import dev.hearth.model.Names;
import dev.hearth.model.PersonId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file `program-tokens` in the folder of a hosted chat: which programs may post, a line each,
/// and a hash of each one's token. Only the owner's account may read it. Thread-safe.
///
/// `hearth token` writes it while the chat is hosted, so it is looked at for each request, and
/// changed under a lock that counts between processes. A token that was taken back leaves its line:
/// a new one for the same name is the same author.
final class TokenFile implements ProgramTokens {
    private static final String FILE = "program-tokens";

    /// Says what it is to those who look for tokens that leaked.
    private static final String PREFIX = "hearth_";

    private static final int ID_CHARACTERS = 16;
    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);

    /// The lock of a file is one of the whole process.
    private static final Object CHANGES = new Object();

    private record Read(Object stamp, List<ProgramToken> tokens) {}

    private final Path file;
    private final InstantSource clock;
    private final TokenUses uses;
    private volatile @Nullable Read read;

    private TokenFile(Path folder, InstantSource clock) {
        this.file = folder.resolve(FILE);
        this.clock = clock;
        this.uses = new TokenUses(folder, clock);
    }

    /// The tokens of the chat in `folder`.
    static TokenFile in(Path folder, InstantSource clock) {
        return new TokenFile(folder, clock);
    }

    /// The programs that may post, in the order in which they came, and when each last did.
    ///
    /// @throws HearthException DATA_NOT_WRITABLE
    List<ProgramToken> list() {
        return tokens().stream()
                .filter(ProgramToken::isValid)
                .map(each -> each.used(uses.of(each.id())))
                .toList();
    }

    /// Lets a program post.
    ///
    /// @return its token, of which nothing but a hash is kept
    /// @throws HearthException BAD_NAME, or DATA_NOT_WRITABLE
    String add(String wish) {
        String name =
                switch (Names.check(wish)) {
                    case NameCheck.Fit(String fit) -> fit;
                    case NameCheck.Unfit(NameCheck.Problem problem) ->
                            throw badName(problem.sentence());
                };
        String token = PREFIX + ChatHost.freshToken();
        change(tokens -> with(tokens, name, hash(token)));
        return token;
    }

    private List<ProgramToken> with(List<ProgramToken> tokens, String name, String hash) {
        List<ProgramToken> more = new ArrayList<>(tokens);
        Optional<ProgramToken> before = named(tokens, name);
        if (before.filter(ProgramToken::isValid).isPresent()) {
            throw badName("“" + name + "” has a token already. Take that back first.");
        }
        before.ifPresent(more::remove);
        String id =
                before.map(ProgramToken::id)
                        .orElseGet(() -> ChatHost.freshToken().substring(0, ID_CHARACTERS));
        more.add(new ProgramToken(id, name, Optional.of(hash), clock.instant(), Optional.empty()));
        return more;
    }

    /// Takes a token back: who shows it from now on is nobody.
    ///
    /// @throws HearthException BAD_NAME: nobody of this name has one; DATA_NOT_WRITABLE
    void revoke(String name) {
        change(
                tokens -> {
                    ProgramToken token =
                            named(tokens, name)
                                    .filter(ProgramToken::isValid)
                                    .orElseThrow(
                                            () -> badName("No token is called “" + name + "”."));
                    return tokens.stream()
                            .map(each -> each.equals(token) ? each.revoked() : each)
                            .toList();
                });
    }

    private static Optional<ProgramToken> named(List<ProgramToken> tokens, String name) {
        String folded = Names.folded(name);
        return tokens.stream().filter(each -> Names.folded(each.name()).equals(folded)).findFirst();
    }

    @Override
    public Optional<Program> use(String token) {
        Optional<String> shown = Optional.of(hash(token));
        Optional<ProgramToken> known =
                tokens().stream().filter(each -> each.hash().equals(shown)).findFirst();
        known.ifPresent(each -> uses.note(each.id()));
        return known.map(each -> new Program(new PersonId(each.id()), each.name()));
    }

    /// Writes down what is still to be written.
    void close() {
        uses.write();
    }

    private List<ProgramToken> tokens() {
        try {
            Object stamp = stamp();
            Read known = read;
            if (known == null || !known.stamp().equals(stamp)) {
                known = new Read(stamp, load());
                read = known;
            }
            return known.tokens();
        } catch (IOException e) {
            throw notReadable(e);
        }
    }

    /// Another one after each change: each puts another file in the place of the one before.
    private Object stamp() throws IOException {
        if (Files.notExists(file)) {
            return "";
        }
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return List.of(String.valueOf(now.fileKey()), now.lastModifiedTime(), now.size());
    }

    private List<ProgramToken> load() throws IOException {
        if (Files.notExists(file)) {
            return List.of();
        }
        List<ProgramToken> tokens = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            ProgramToken.ofLine(line)
                    .ifPresentOrElse(
                            tokens::add,
                            // Its program is refused; the others are not.
                            () -> LOG.warn("a line of “{}” makes no sense", file));
        }
        return List.copyOf(tokens);
    }

    private void change(UnaryOperator<List<ProgramToken>> step) {
        synchronized (CHANGES) {
            changeAlone(step);
        }
    }

    private void changeAlone(UnaryOperator<List<ProgramToken>> step) {
        Path lockFile = file.resolveSibling(FILE + ".lock");
        try (FileChannel channel =
                        FileChannel.open(
                                lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            List<ProgramToken> changed = step.apply(load());
            StringBuilder lines = new StringBuilder();
            changed.forEach(each -> lines.append(each.line()).append('\n'));
            AtomicFile.writePrivate(file, lines.toString());
        } catch (IOException e) {
            throw notReadable(e);
        }
    }

    private HearthException notReadable(IOException e) {
        return new HearthException(
                LocalTrouble.DATA_NOT_WRITABLE,
                "“" + file + "” cannot be read or written. Check the folder.",
                e);
    }

    private static HearthException badName(String sentence) {
        return new HearthException(LocalTrouble.BAD_NAME, sentence);
    }

    private static String hash(String token) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
