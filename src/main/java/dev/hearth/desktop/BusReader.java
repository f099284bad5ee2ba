package dev.hearth.desktop;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Reads what [BusWriter] writes, in the byte order of the sender. Places that make no sense end in
/// a [BufferUnderflowException].
final class BusReader {
    private final ByteBuffer in;

    BusReader(byte[] bytes, ByteOrder order) {
        in = ByteBuffer.wrap(bytes).order(order);
    }

    void align(int size) {
        skip((size - in.position() % size) % size);
    }

    void skip(int count) {
        if (count < 0 || count > in.remaining()) {
            throw new BufferUnderflowException();
        }
        in.position(in.position() + count);
    }

    int octet() {
        return Byte.toUnsignedInt(in.get());
    }

    int number() {
        align(4);
        return in.getInt();
    }

    String text() {
        return text(number());
    }

    String signature() {
        return text(octet());
    }

    private String text(int length) {
        if (length < 0 || length >= in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        skip(1);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    int position() {
        return in.position();
    }
}
