package dev.hearth.desktop;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Who shows notifications on a bus: a desktop that only remembers them.
final class NotificationServer implements Closeable {
    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";

    private final SocketChannel channel;
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private int serial;

    private record Call(int serial, String sender, String member, BusReader body) {}

    private NotificationServer(SocketChannel channel) {
        this.channel = channel;
    }

    static NotificationServer on(Path socket) throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        var server = new NotificationServer(channel);
        server.write("\0AUTH EXTERNAL\r\nDATA\r\n".getBytes(StandardCharsets.US_ASCII));
        server.readLine();
        server.readLine();
        server.write("BEGIN\r\n".getBytes(StandardCharsets.US_ASCII));
        server.callBus("Hello", "", new BusWriter());
        server.callBus("RequestName", "su", new BusWriter().text(NAME).number(0));
        Thread.ofVirtual().start(server::serve);
        return server;
    }

    private void callBus(String member, String signature, BusWriter body) throws IOException {
        String bus = "org.freedesktop.DBus";
        var method = new BusMessage.Method(bus, "/org/freedesktop/DBus", bus, member);
        write(BusMessage.call(method, ++serial, signature, body));
        int asked = serial;
        while (BusMessage.read(next()).replyTo() != asked) {
            // A signal that the name was acquired may come before.
        }
    }

    /// Title and text of each notification.
    List<String> shown() {
        return List.copyOf(shown);
    }

    /// The person clicks the notification with this number, counted from 1.
    void click(int id) throws IOException {
        var fields = new BusWriter();
        fields.align(8).octet(1).signature("o").text(PATH);
        fields.align(8).octet(2).signature("s").text(NAME);
        fields.align(8).octet(3).signature("s").text("ActionInvoked");
        fields.align(8).octet(8).signature("g").signature("us");
        send(BusMessage.SIGNAL, fields, new BusWriter().number(id).text("default"));
    }

    private void serve() {
        try {
            while (true) {
                byte[] whole = next();
                if (BusMessage.read(whole).type() == BusMessage.CALL) {
                    answer(call(whole));
                }
            }
        } catch (IOException e) {
            shown.add("gone");
        }
    }

    private void answer(Call call) throws IOException {
        switch (call.member()) {
            case "GetCapabilities" -> {
                var names = new BusWriter().text("body").text("body-markup").text("actions");
                reply(call, "as", new BusWriter().array(4, names));
            }
            case "Notify" -> {
                BusReader in = call.body();
                String program = in.text();
                in.number();
                in.text();
                shown.add(program + ": " + in.text() + ": " + in.text());
                reply(call, "u", new BusWriter().number(shown.size()));
            }
            default -> throw new IOException("nobody calls " + call.member());
        }
    }

    private void reply(Call call, String signature, BusWriter body) throws IOException {
        var fields = new BusWriter();
        fields.align(8).octet(5).signature("u").number(call.serial());
        fields.align(8).octet(6).signature("s").text(call.sender());
        fields.align(8).octet(8).signature("g").signature(signature);
        send(BusMessage.RETURN, fields, body);
    }

    private void send(int type, BusWriter fields, BusWriter body) throws IOException {
        write(
                new BusWriter()
                        .octet('l')
                        .octet(type)
                        .octet(0)
                        .octet(1)
                        .number(body.size())
                        .number(++serial)
                        .array(8, fields)
                        .align(8)
                        .raw(body.bytes())
                        .bytes());
    }

    private static Call call(byte[] whole) {
        BusMessage message = BusMessage.read(whole);
        var in = new BusReader(whole, ByteOrder.LITTLE_ENDIAN);
        in.skip(8);
        int serial = in.number();
        int end = in.number() + BusMessage.HEAD;
        String sender = "";
        while (in.position() < end) {
            in.align(8);
            int code = in.octet();
            if (in.signature().equals("g")) {
                in.signature();
            } else {
                String value = in.text();
                sender = code == 7 ? value : sender;
            }
        }
        return new Call(serial, sender, message.member(), message.body());
    }

    private byte[] next() throws IOException {
        byte[] head = read(BusMessage.HEAD);
        int rest = BusMessage.rest(head);
        byte[] whole = Arrays.copyOf(head, head.length + rest);
        System.arraycopy(read(rest), 0, whole, head.length, rest);
        return whole;
    }

    private void readLine() throws IOException {
        while (read(1)[0] != '\n') {
            // The answers of the bus are of no interest.
        }
    }

    private byte[] read(int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        return buffer.array();
    }

    private synchronized void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
