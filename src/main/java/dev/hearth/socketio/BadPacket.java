package dev.hearth.socketio;

/// A packet that breaks the protocol; its connection is closed with this message as the reason. It
/// holds no part of the packet, and no stack trace: it is the client's fault, not ours.
final class BadPacket extends Exception {
    private static final long serialVersionUID = 1L;

    BadPacket(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
