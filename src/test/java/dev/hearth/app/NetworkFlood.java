package dev.hearth.app;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Says by multicast that there are a million chats, and much that is no message at all.
final class NetworkFlood {
    private static final int RECORDS = 1_000_000;
    private static final int IN_A_PACKET = 20;

    private NetworkFlood() {}

    public static void main(String[] arguments) throws IOException {
        InetAddress group = InetAddress.ofLiteral("224.0.0.251");
        try (MulticastSocket socket = new MulticastSocket(5353)) {
            socket.setNetworkInterface(NetworkInterface.getByName("eth0"));
            for (int first = 0; first < RECORDS; first += IN_A_PACKET) {
                byte[] packet = packet(first);
                if (first % 7 == 0) {
                    // A name that leads to itself.
                    packet[12] = (byte) 0xC0;
                    packet[13] = 12;
                }
                socket.send(new DatagramPacket(packet, packet.length, group, 5353));
            }
        }
        System.out.println("done");
    }

    private static byte[] packet(int first) {
        ByteBuffer packet = ByteBuffer.allocate(1_400);
        packet.putInt(0x8400).putShort((short) 0).putShort((short) IN_A_PACKET).putInt(0);
        for (int i = first; i < first + IN_A_PACKET; i++) {
            names(packet, "_hearth", "_tcp", "local");
            packet.putShort((short) 12).putShort((short) 1).putInt(-1);
            int length = packet.position();
            packet.putShort((short) 0);
            names(packet, "bogus-" + i, "_hearth", "_tcp", "local");
            packet.putShort(length, (short) (packet.position() - length - 2));
        }
        byte[] bytes = new byte[packet.position()];
        packet.flip().get(bytes);
        return bytes;
    }

    private static void names(ByteBuffer packet, String... labels) {
        for (String label : labels) {
            byte[] text = label.getBytes(StandardCharsets.UTF_8);
            packet.put((byte) text.length).put(text);
        }
        packet.put((byte) 0);
    }
}
