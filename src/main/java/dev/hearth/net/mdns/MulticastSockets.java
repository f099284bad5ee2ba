package dev.hearth.net.mdns;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One socket for IPv4 and one for IPv6, whatever number of links there are: each joins the group
/// of multicast DNS on all of them, and is told before each message over which one it goes. Shares
/// its port with other programs that speak multicast DNS. Confined to the thread of [MulticastDns].
final class MulticastSockets implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MulticastSockets.class);
    static final int PORT = 5353;

    /// It goes no further than the link, and tells its receivers so.
    private static final int HOPS = 255;

    /// The most that multicast DNS puts into a packet (RFC 6762, section 17).
    private static final int MOST_BYTES = 9_000;

    private record Family(
            ProtocolFamily protocol, Class<? extends InetAddress> addresses, InetAddress group) {
        private static final List<Family> BOTH =
                List.of(
                        new Family(
                                StandardProtocolFamily.INET,
                                Inet4Address.class,
                                InetAddress.ofLiteral("224.0.0.251")),
                        new Family(
                                StandardProtocolFamily.INET6,
                                Inet6Address.class,
                                InetAddress.ofLiteral("ff02::fb")));
    }

    private record Open(
            Family family, DatagramChannel channel, Map<Integer, MembershipKey> memberships) {}

    /// A packet that came in.
    record Packet(InetSocketAddress from, ByteBuffer bytes) {}

    private final List<Open> open = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(MOST_BYTES);

    /// @throws IOException when neither IPv4 nor IPv6 is to be had
    static MulticastSockets open(Selector selector) throws IOException {
        MulticastSockets sockets = new MulticastSockets();
        IOException failed = new IOException("no socket for multicast");
        for (Family family : Family.BOTH) {
            try {
                sockets.open.add(new Open(family, channel(family, selector), new HashMap<>()));
            } catch (IOException | UnsupportedOperationException e) {
                failed.addSuppressed(e);
            }
        }
        if (sockets.open.isEmpty()) {
            throw failed;
        }
        return sockets;
    }

    private static DatagramChannel channel(Family family, Selector selector) throws IOException {
        DatagramChannel channel = DatagramChannel.open(family.protocol);
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            if (channel.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
                channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            }
            channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, HOPS);
            channel.bind(new InetSocketAddress(PORT));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// Listens on these links, and on no others.
    void join(List<NetworkLink> links) {
        for (Open each : open) {
            each.memberships
                    .entrySet()
                    .removeIf(
                            entry -> {
                                boolean gone =
                                        links.stream()
                                                .noneMatch(it -> it.index() == entry.getKey());
                                if (gone || !entry.getValue().isValid()) {
                                    entry.getValue().drop();
                                    return true;
                                }
                                return false;
                            });
            links.stream()
                    .filter(link -> link.has(each.family.addresses))
                    .filter(link -> !each.memberships.containsKey(link.index()))
                    .forEach(link -> join(each, link));
        }
    }

    private static void join(Open socket, NetworkLink link) {
        try {
            Optional<NetworkInterface> found =
                    Optional.ofNullable(NetworkInterface.getByIndex(link.index()));
            if (found.isPresent()) {
                socket.memberships.put(
                        link.index(), socket.channel.join(socket.family.group, found.get()));
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("nothing is heard on {}", link.name(), e);
        }
    }

    /// Whether anything can be heard.
    boolean hasJoined() {
        return open.stream().anyMatch(each -> !each.memberships.isEmpty());
    }

    /// Sends to everybody on a link, by IPv4 and by IPv6 where it has both.
    void send(NetworkLink link, ByteBuffer bytes) {
        for (Open each : open) {
            if (each.memberships.containsKey(link.index())) {
                try {
                    NetworkInterface over = NetworkInterface.getByIndex(link.index());
                    if (over != null) {
                        each.channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, over);
                        each.channel.send(
                                bytes.duplicate(), new InetSocketAddress(each.family.group, PORT));
                    }
                } catch (IOException e) {
                    // The link has just gone, or nothing is let out: the next look at it tells.
                    LOG.debug("nothing is said on {}", link.name(), e);
                }
            }
        }
    }

    /// The next packet that has come, whichever socket it came to. It is read before the next one
    /// is asked for.
    Optional<Packet> receive() {
        for (Open each : open) {
            try {
                buffer.clear();
                if (each.channel.receive(buffer) instanceof InetSocketAddress from) {
                    return Optional.of(new Packet(from, buffer.flip()));
                }
            } catch (IOException e) {
                LOG.debug("a packet could not be received", e);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        for (Open each : open) {
            try {
                each.channel.close();
            } catch (IOException e) {
                LOG.debug("a socket did not close", e);
            }
        }
    }
}
