package dev.hearth.app;

import dev.hearth.net.MulticastNeighbourhood;
import dev.hearth.net.Neighbourhood.Surroundings;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/// Prints what is around, a line at each change, until its input ends.
final class NetworkWatcher {
    private NetworkWatcher() {}

    public static void main(String[] arguments) throws IOException {
        try (var _ = MulticastNeighbourhood.of(Map.of()).watch(NetworkWatcher::print)) {
            while (System.in.read() >= 0) {}
        }
    }

    private static void print(Surroundings around) {
        System.out.println(
                around.chats().stream()
                        .map(it -> it.name() + " (" + it.people() + ") " + it.addresses())
                        .collect(Collectors.joining("; ", "around: ", "")));
    }
}
