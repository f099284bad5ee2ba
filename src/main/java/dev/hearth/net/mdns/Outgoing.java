package dev.hearth.net.mdns;

/// A message, and the link that it goes out to.
record Outgoing(NetworkLink link, DnsMessage message) {}
