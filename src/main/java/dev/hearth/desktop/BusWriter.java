package dev.hearth.desktop;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Values as D-Bus marshals them, little-endian; numbers stand at multiples of their size.
final class BusWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    BusWriter align(int size) {
        while (out.size() % size != 0) {
            out.write(0);
        }
        return this;
    }

    BusWriter octet(int value) {
        out.write(value);
        return this;
    }

    /// `u`, `i` and `b`.
    BusWriter number(int value) {
        align(4);
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(value >>> shift);
        }
        return this;
    }

    /// `s` and `o`.
    BusWriter text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        out.writeBytes(bytes);
        out.write(0);
        return this;
    }

    /// `g`.
    BusWriter signature(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
        out.write(bytes.length);
        out.writeBytes(bytes);
        out.write(0);
        return this;
    }

    /// An array that `content` is; its elements stand at multiples of `alignment`.
    ///
    /// @param content written as if it stood at a multiple of 8
    BusWriter array(int alignment, BusWriter content) {
        number(content.size());
        align(alignment);
        out.writeBytes(content.bytes());
        return this;
    }

    BusWriter raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    int size() {
        return out.size();
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
