package dev.hearth.socketio;

import java.nio.charset.StandardCharsets;

/// What stands before the payload of a Socket.IO packet: type, number of attachments, namespace and
/// acknowledgement id. Socket.IO protocol v5, "Packet encoding".
///
/// @param attachments -1 for a type that has none
/// @param id -1 without
/// @param payload where the payload begins
record PacketHeader(int type, int attachments, String namespace, long id, int payload) {
    static final int CONNECT = 0;
    static final int DISCONNECT = 1;
    static final int EVENT = 2;
    static final int ACK = 3;
    static final int CONNECT_ERROR = 4;
    static final int BINARY_EVENT = 5;
    static final int BINARY_ACK = 6;

    /// What JavaScript holds exactly has 16 digits; ids beyond are refused.
    private static final int MAX_DIGITS = 15;

    private static final int MAX_NAMESPACE = 1024;

    boolean isBinary() {
        return attachments >= 0;
    }

    static PacketHeader read(byte[] bytes, int from, int to) throws BadPacket {
        int at = from;
        int type = at < to ? bytes[at++] - '0' : -1;
        if (type < CONNECT || type > BINARY_ACK) {
            throw new BadPacket("unknown packet type");
        }
        int attachments = -1;
        if (type == BINARY_EVENT || type == BINARY_ACK) {
            int end = digitsEnd(bytes, at, to);
            if (end == at || end == to || bytes[end] != '-') {
                throw new BadPacket("illegal attachments");
            }
            attachments = (int) Math.min(number(bytes, at, end), Integer.MAX_VALUE);
            if (attachments == 0) {
                throw new BadPacket("illegal attachments");
            }
            at = end + 1;
        }
        String namespace = "/";
        if (at < to && bytes[at] == '/') {
            int end = namespaceEnd(bytes, at, to);
            namespace = new String(bytes, at, end - at, StandardCharsets.UTF_8);
            at = Math.min(end + 1, to);
        }
        int end = digitsEnd(bytes, at, to);
        long id = end == at ? -1 : number(bytes, at, end);
        return new PacketHeader(type, attachments, namespace, id, end);
    }

    private static int namespaceEnd(byte[] bytes, int from, int to) throws BadPacket {
        int end = from;
        while (end < to && bytes[end] != ',') {
            end++;
        }
        if (end - from > MAX_NAMESPACE) {
            throw new BadPacket("namespace too long");
        }
        return end;
    }

    private static int digitsEnd(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && bytes[end] >= '0' && bytes[end] <= '9') {
            end++;
        }
        return end;
    }

    private static long number(byte[] bytes, int from, int to) throws BadPacket {
        if (to - from > MAX_DIGITS) {
            throw new BadPacket("number out of range");
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }
}
