package dev.hearth.socketio;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A polling client with one connection for its GETs and one for its POSTs.
final class PollingClient implements AutoCloseable {
    private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

    final RawSocket get;
    final RawSocket post;
    final String sid;
    private final Queue<String> packets = new ArrayDeque<>();

    private PollingClient(int port) throws IOException {
        get = new RawSocket(port);
        post = new RawSocket(port);
        String body = get.exchange("GET", "/socket.io/?EIO=4&transport=polling", "").body();
        Matcher matcher = SID.matcher(body);
        if (!matcher.find()) {
            throw new IOException("no handshake: " + body);
        }
        sid = matcher.group(1);
    }

    static PollingClient open(int port) throws IOException {
        return new PollingClient(port);
    }

    /// Opens a session and connects to `/`.
    static PollingClient joined(int port) throws IOException {
        PollingClient client = open(port);
        client.send("40");
        String answer = client.next();
        if (!answer.startsWith("40{")) {
            throw new IOException("not connected: " + answer);
        }
        return client;
    }

    String target() {
        return "/socket.io/?EIO=4&transport=polling&sid=" + sid;
    }

    RawSocket.Response poll() throws IOException {
        return get.exchange("GET", target(), "");
    }

    RawSocket.Response send(String payload) throws IOException {
        return post.exchange("POST", target(), payload);
    }

    /// The next packet but pings, which it answers.
    String next() throws IOException {
        while (packets.isEmpty()) {
            RawSocket.Response response = poll();
            if (response.status() != 200) {
                return "status " + response.status();
            }
            for (String packet : response.body().split("\u001e")) {
                if (packet.equals("2")) {
                    send("3");
                } else {
                    packets.add(packet);
                }
            }
        }
        return packets.remove();
    }

    @Override
    public void close() {
        get.close();
        post.close();
    }
}
