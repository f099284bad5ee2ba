package dev.hearth.model;

import java.nio.charset.StandardCharsets;

/// Every bound of the wire, in one place. Sizes are UTF-8 bytes unless the name says otherwise.
public enum Limits {
    /// The text of one message of a Hearth client.
    TEXT_BYTES(8_000),
    /// The text of one message through the plain door.
    PLAIN_TEXT_BYTES(900_000),
    /// One Engine.IO packet.
    PACKET_BYTES(1_000_000),
    /// Binary attachments of one packet (CVE-2026-33151).
    ATTACHMENTS(10),
    /// A person's name, in characters.
    NAME_CHARACTERS(40);

    private final int value;

    Limits(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// Whether `text` is longer than this bound, in UTF-8 bytes.
    public boolean isPassedBy(String text) {
        return text.length() > value
                || (text.length() > value / 3
                        && text.getBytes(StandardCharsets.UTF_8).length > value);
    }
}
