package dev.hearth.client.connection;

import dev.hearth.client.JoinedFolders;
import dev.hearth.client.MessageArguments;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Folders for what is kept of joined chats, in one of the test's. Thread-safe.
public final class Kept implements JoinedFolders {
    private final Path folder;
    private final Map<URI, String> hosts = new ConcurrentHashMap<>();
    private final Map<URI, MessageArguments> arguments = new ConcurrentHashMap<>();
    private final Map<URI, String> dialects = new ConcurrentHashMap<>();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    public Kept(Path folder) {
        this.folder = folder;
    }

    public Path path(String hostId) {
        return folder.resolve(hostId);
    }

    /// A server that was joined.
    public URI known() {
        return hosts.keySet().iterator().next();
    }

    @Override
    public Optional<String> hostAt(URI server) {
        return Optional.ofNullable(hosts.get(server));
    }

    @Override
    public void remember(URI server, String hostId) {
        hosts.put(server, hostId);
    }

    @Override
    public Optional<MessageArguments> argumentsAt(URI server) {
        return Optional.ofNullable(arguments.get(server));
    }

    @Override
    public void rememberArguments(URI server, Optional<MessageArguments> chosen) {
        chosen.ifPresentOrElse(each -> arguments.put(server, each), () -> arguments.remove(server));
    }

    @Override
    public Optional<String> dialectAt(URI server) {
        return Optional.ofNullable(dialects.get(server));
    }

    @Override
    public void rememberDialect(URI server, Optional<String> chosen) {
        chosen.ifPresentOrElse(each -> dialects.put(server, each), () -> dialects.remove(server));
    }

    @Override
    public Optional<JoinedFolder> open(String hostId) {
        return taken.add(hostId)
                ? Optional.of(
                        new JoinedFolder() {
                            @Override
                            public Path path() {
                                return Kept.this.path(hostId);
                            }

                            @Override
                            public void close() {
                                taken.remove(hostId);
                            }
                        })
                : Optional.empty();
    }
}
