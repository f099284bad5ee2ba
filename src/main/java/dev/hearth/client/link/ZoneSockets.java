package dev.hearth.client.link;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/// Sockets to link-local IPv6 addresses by way of one interface of this computer: a URL, and so
/// okhttp, has no place for it. Two of the same interface are equal, for okhttp's pool tells its
/// connections apart by the factory. Thread-safe.
final class ZoneSockets extends SocketFactory {
    private final String zone;

    ZoneSockets(String zone) {
        this.zone = zone;
    }

    @Override
    public Socket createSocket() {
        return new ByteBound.CountedSocket() {
            @Override
            public void connect(SocketAddress to, int timeout) throws IOException {
                super.connect(scoped(to), timeout);
            }
        };
    }

    private SocketAddress scoped(SocketAddress to) throws IOException {
        return to instanceof InetSocketAddress address
                        && address.getAddress() instanceof Inet6Address six
                        && six.isLinkLocalAddress()
                ? new InetSocketAddress(
                        Inet6Address.getByAddress(null, six.getAddress(), throughInterface()),
                        address.getPort())
                : to;
    }

    private NetworkInterface throughInterface() throws IOException {
        NetworkInterface named = NetworkInterface.getByName(zone);
        if (named == null && zone.chars().allMatch(c -> c >= '0' && c <= '9')) {
            named = NetworkInterface.getByIndex(Integer.parseInt(zone));
        }
        if (named == null) {
            throw new UnknownHostException(zone);
        }
        return named;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws IOException {
        return createSocket(InetAddress.getByName(host), port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(host, port), 0);
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws IOException {
        Socket socket = createSocket();
        socket.bind(new InetSocketAddress(local, localPort));
        socket.connect(new InetSocketAddress(host, port), 0);
        return socket;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ZoneSockets same && same.zone.equals(zone);
    }

    @Override
    public int hashCode() {
        return zone.hashCode();
    }
}
