package dev.hearth.cli;

import dev.hearth.client.JoinRequest;
import dev.hearth.lan.ServerAddress;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.model.Names;
import dev.hearth.model.SafeText;
import dev.hearth.net.FoundChat;
import dev.hearth.net.Neighbourhood;
import dev.hearth.net.Neighbourhood.Surroundings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where a chat is that a person names: by its address, or by the name under which it is announced
/// on this network. One thread.
///
/// A computer of that name goes before a chat of that name: nobody on a network can take the place
/// of an address that worked before.
final class ChatLookup {
    /// What commands say of the chat that they take.
    static final String WHERE =
            "Where the chat is: host, host:port, http://…, or the name of a chat on this network"
                    + " (see hearth find).";

    /// What only an address has; a name of a chat may have spaces.
    private static final Pattern ADDRESS = Pattern.compile("localhost|.*[:/\\[].*|\\S*\\.\\S*");

    private final Neighbourhood neighbourhood;

    ChatLookup(Neighbourhood neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    /// The address of the chat that is meant by `typed`.
    ///
    /// @throws HearthException BAD_ADDRESS, NO_CHAT or SEVERAL_CHATS
    URI find(String typed) {
        String meant = typed.strip();
        if (meant.isEmpty()
                || neighbourhood.equals(Neighbourhood.NONE)
                || ADDRESS.matcher(meant).matches()) {
            return ServerAddress.parse(typed);
        }
        return ServerAddress.parsed(meant)
                .filter(address -> neighbourhood.isComputer(address.getHost()))
                .orElseGet(() -> named(meant));
    }

    private URI named(String name) {
        List<FoundChat> meant = meant(name);
        if (meant.size() > 1) {
            throw new HearthException(
                    LocalTrouble.SEVERAL_CHATS,
                    "“%s” may be any of these: %s. Use the address of the one that you mean."
                            .formatted(name, listed(meant)));
        }
        return meant.stream()
                .findFirst()
                .map(chat -> neighbourhood.way(chat).toCompletableFuture().join())
                .orElseThrow(() -> none(name));
    }

    /// Chats of that name, or, where there are none, those whose name begins like that.
    private List<FoundChat> meant(String name) {
        String key = key(name);
        List<FoundChat> around =
                around(neighbourhood.patience(), chat -> key(chat.name()).equals(key)).chats();
        List<FoundChat> same = around.stream().filter(it -> key(it.name()).equals(key)).toList();
        return same.isEmpty()
                ? around.stream().filter(it -> key(it.name()).startsWith(key)).toList()
                : same;
    }

    private static String key(String name) {
        return Names.folded(name).replace('’', '\'');
    }

    /// Chats that are announced within `patience`.
    Surroundings around(Duration patience) {
        return around(patience, _ -> false);
    }

    /// When there is a chat that is `meant`, a namesake gets two thirds of the time to be heard,
    /// too: enough for a second question, should the first one or its answer be lost.
    private Surroundings around(Duration patience, Predicate<FoundChat> meant) {
        BlockingQueue<Surroundings> told = new LinkedBlockingQueue<>();
        Surroundings last = new Surroundings(List.of(), false);
        long end = System.nanoTime() + patience.toNanos();
        try (var _ = neighbourhood.watch(told::add)) {
            boolean found = false;
            for (Optional<Surroundings> next = next(told, end);
                    next.isPresent();
                    next = next(told, end)) {
                last = next.get();
                if (!found && last.chats().stream().anyMatch(meant)) {
                    found = true;
                    end = Math.min(end, System.nanoTime() + patience.toNanos() * 2 / 3);
                }
            }
        }
        return last;
    }

    private static Optional<Surroundings> next(BlockingQueue<Surroundings> told, long end) {
        try {
            return Optional.ofNullable(told.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String listed(List<FoundChat> chats) {
        return chats.stream()
                .map(
                        chat ->
                                SafeText.line(chat.name())
                                        + " at "
                                        + JoinRequest.place(chat.addresses().getFirst()))
                .collect(Collectors.joining(", "));
    }

    private static HearthException none(String name) {
        return new HearthException(
                LocalTrouble.NO_CHAT,
                "Neither a computer nor a chat on this network is called “%s”. “hearth find” lists the chats that are announced; any other is joined by the address that its host shows, like 192.168.1.20:3000."
                        .formatted(name));
    }
}
