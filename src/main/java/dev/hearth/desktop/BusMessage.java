package dev.hearth.desktop;

import java.nio.ByteOrder;

/// A message that came from the bus, as far as it is looked at.
///
/// @param replyTo the serial number of the call that it answers; 0 for none
/// @param member the name of a signal; empty for none
/// @param body what it says, to be read once
record BusMessage(int type, int replyTo, String member, BusReader body) {
    static final int CALL = 1;
    static final int RETURN = 2;
    static final int ERROR = 3;
    static final int SIGNAL = 4;

    /// The first bytes, which tell how long the rest is.
    static final int HEAD = 16;

    private static final int LONGEST = 1 << 20;
    private static final int PATH = 1;
    private static final int INTERFACE = 2;
    private static final int MEMBER = 3;
    private static final int REPLY = 5;
    private static final int DESTINATION = 6;
    private static final int SIGNATURE = 8;

    /// What is called: a method of an object.
    record Method(String destination, String path, String type, String name) {}

    /// The bytes of a call.
    ///
    /// @param signature of the types in `body`; empty for none
    static byte[] call(Method method, int serial, String signature, BusWriter body) {
        BusWriter fields = new BusWriter();
        field(fields, PATH, "o").text(method.path());
        field(fields, DESTINATION, "s").text(method.destination());
        field(fields, INTERFACE, "s").text(method.type());
        field(fields, MEMBER, "s").text(method.name());
        if (!signature.isEmpty()) {
            field(fields, SIGNATURE, "g").signature(signature);
        }
        return new BusWriter()
                .octet('l')
                .octet(CALL)
                .octet(0)
                .octet(1)
                .number(body.size())
                .number(serial)
                .array(8, fields)
                .align(8)
                .raw(body.bytes())
                .bytes();
    }

    private static BusWriter field(BusWriter fields, int code, String type) {
        return fields.align(8).octet(code).signature(type);
    }

    /// How many bytes follow the first [#HEAD].
    ///
    /// @return -1 where that makes no sense
    static int rest(byte[] head) {
        BusReader in = new BusReader(head, order(head));
        in.skip(4);
        int body = in.number();
        in.skip(4);
        int fields = in.number();
        boolean sound = body >= 0 && fields >= 0 && body <= LONGEST && fields <= LONGEST;
        return sound ? (fields + 7) / 8 * 8 + body : -1;
    }

    private static ByteOrder order(byte[] head) {
        return head[0] == 'B' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /// Reads a whole message.
    static BusMessage read(byte[] whole) {
        BusReader in = new BusReader(whole, order(whole));
        in.skip(1);
        int type = in.octet();
        in.skip(2);
        int bodyLength = in.number();
        in.skip(4);
        int end = in.number() + HEAD;
        int replyTo = 0;
        String member = "";
        while (in.position() < end) {
            in.align(8);
            int code = in.octet();
            switch (in.signature()) {
                case "u" -> {
                    int value = in.number();
                    replyTo = code == REPLY ? value : replyTo;
                }
                case "g" -> in.signature();
                default -> {
                    String value = in.text();
                    member = code == MEMBER ? value : member;
                }
            }
        }
        in.align(8);
        byte[] body = new byte[bodyLength];
        System.arraycopy(whole, whole.length - bodyLength, body, 0, bodyLength);
        return new BusMessage(type, replyTo, member, new BusReader(body, order(whole)));
    }
}
