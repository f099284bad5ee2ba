/// Multicast DNS (RFC 6762) and services found by it (RFC 6763), as much of both as it takes to
/// announce a service and to find others. One thread ([dev.hearth.net.mdns.MulticastDns]) owns all
/// sockets and all state; what comes from the network is bounded before it is kept. Knows no chat.
@NullMarked
package dev.hearth.net.mdns;

import org.jspecify.annotations.NullMarked;
