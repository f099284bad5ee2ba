package dev.hearth.net.mdns;

/// A packet that is no DNS message.
final class MalformedMessage extends Exception {
    MalformedMessage(String what) {
        super(what);
    }

    MalformedMessage(String what, Throwable cause) {
        super(what, cause);
    }
}
