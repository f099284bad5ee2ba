package dev.hearth.app;

import dev.hearth.cli.HostRequest;
import dev.hearth.lan.LocalAddresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What is hosted, and what to say of it.
record Hosting(RunningHost.Plan plan) {
    /// @param folder where the log is kept
    /// @param name of the person who hosts; empty when they have none
    static Hosting of(HostRequest request, Path folder, String name, int port) {
        String usualName = name.isBlank() ? "Hearth" : name.strip() + "’s chat";
        return new Hosting(new RunningHost.Plan(usualName, folder, port, request));
    }

    /// What came out differently than wished.
    Optional<String> notice(WatchedHost host) {
        return host.takenPort()
                .map(
                        taken ->
                                "Port "
                                        + taken
                                        + " is taken, using "
                                        + host.address().getPort()
                                        + ".");
    }

    /// Every address, the best to share first.
    List<URI> reachable(WatchedHost host) {
        return LocalAddresses.reachable(bound(host), host.address().getPort());
    }

    List<URI> shareable(WatchedHost host) {
        return LocalAddresses.shareable(bound(host), host.address().getPort());
    }

    /// Where the person who hosts joins their own chat.
    URI own(WatchedHost host) {
        InetSocketAddress address = host.address();
        InetAddress at =
                address.getAddress().isAnyLocalAddress()
                        ? InetAddress.getLoopbackAddress()
                        : address.getAddress();
        return LocalAddresses.url(at, address.getPort());
    }

    private static Optional<InetAddress> bound(WatchedHost host) {
        return Optional.of(host.address().getAddress());
    }
}
