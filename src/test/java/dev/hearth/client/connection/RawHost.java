package dev.hearth.client.connection;

import dev.hearth.protocol.HostKey;
import dev.hearth.protocol.HostProof;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A host on the bare socket, for what no server library would send. It greets as hosts do and then
/// does what the test says, until the client has had enough. Thread-safe.
final class RawHost implements AutoCloseable {
    private static final Pattern KEY = Pattern.compile("Sec-WebSocket-Key: (\\S+)");
    private static final Pattern NONCE = Pattern.compile("\"nonce\":\"([^\"]+)\"");

    /// What a host does with a client that has been greeted.
    interface Deed {
        void with(RawHost.Wire wire) throws IOException;
    }

    /// The way to one client.
    final class Wire {
        private final DataOutputStream out;

        private Wire(DataOutputStream out) {
            this.out = out;
        }

        void packet(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            header(bytes.length);
            raw(bytes);
        }

        /// The beginning of a text frame that says how long it is.
        void header(long length) throws IOException {
            out.write(0x81);
            out.write(127);
            out.writeLong(length);
        }

        void raw(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
            sent.addAndGet(bytes.length);
        }
    }

    private final ServerSocket server;
    private final HostKey key = HostKey.fresh();
    private final Deed deed;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong visits = new AtomicLong();

    private RawHost(Deed deed) {
        this.deed = deed;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("raw host").start(this::accept);
    }

    static RawHost does(Deed deed) {
        return new RawHost(deed);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /// Bytes that the sockets took.
    long sent() {
        return sent.get();
    }

    /// How many clients were served until they, or the deed, had enough.
    long visits() {
        return visits.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofPlatform().daemon().name("raw host").start(() -> serve(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            String request = head(in);
            if (request.contains("transport=polling")) {
                ascii(out, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n");
                deed.with(new Wire(out));
                return;
            }
            upgrade(request, out);
            Wire wire = new Wire(out);
            wire.packet(
                    "0{\"sid\":\"x\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}");
            Matcher nonce = NONCE.matcher(frame(in));
            if (!nonce.find()) {
                // The plain namespace was asked for, where nobody is.
                return;
            }
            wire.packet("40/hearth,{\"sid\":\"y\"}");
            wire.packet("42/hearth," + hello(nonce.group(1)));
            frame(in);
            wire.packet("42/hearth," + welcome());
            deed.with(wire);
        } catch (IOException _) {
            // The client has had enough.
        } finally {
            visits.incrementAndGet();
        }
    }

    private String hello(String nonce) {
        HostProof proof = key.prove(nonce);
        return """
                ["hello",{"v":1,"host":{"id":"%s","name":"raw","version":"0"},"epoch":"e","now":1,\
                "nonce":"n","needs":{},"key":"%s","sig":"%s"}]"""
                .formatted(key.id(), proof.key(), proof.signature());
    }

    private static String welcome() {
        return """
                ["welcome",{"you":{"id":"ada","name":"Ada","role":"member"},"token":"t","rooms":\
                [{"id":"#lobby","name":"lobby","topic":"","kind":"public","lastSeq":0,"readSeq":0,\
                "standing":"member"}],"people":[],"diverged":[],"limits":{"text":8000}}]""";
    }

    private static void upgrade(String request, DataOutputStream out) throws IOException {
        Matcher key = KEY.matcher(request);
        if (!key.find()) {
            throw new IOException("no WebSocket");
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1")
                            .digest(
                                    (key.group(1) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                                            .getBytes(StandardCharsets.US_ASCII));
            ascii(
                    out,
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection:"
                            + " Upgrade\r\nSec-WebSocket-Accept: "
                            + Base64.getEncoder().encodeToString(digest)
                            + "\r\n\r\n");
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static void ascii(DataOutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String head(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    /// The text of the next frame of the client.
    private static String frame(DataInputStream in) throws IOException {
        in.readUnsignedByte();
        int length = in.readUnsignedByte() & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        }
        byte[] mask = in.readNBytes(4);
        byte[] bytes = in.readNBytes(length);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= mask[i % 4];
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
