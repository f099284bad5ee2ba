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
    /// A person's name, or a room's, in characters.
    NAME_CHARACTERS(40),
    /// What a room is about, in characters.
    TOPIC_CHARACTERS(250),
    /// The id of an entry, in characters: of all that is made, by clients and by the host.
    ID_CHARACTERS(64),
    /// The id of an entry that a request is about: logs of earlier versions hold longer ones.
    REFERENCE_CHARACTERS(256),
    /// A reaction: one emoji, however it is put together.
    EMOJI_BYTES(64),
    /// Files of one message.
    FILES(10),
    /// Entries or messages of one page of history.
    PAGE_ENTRIES(200),
    /// Rooms that a welcome lists.
    LISTED_ROOMS(200),
    /// People that a welcome lists.
    LISTED_PEOPLE(500),
    /// Rooms or people of one page.
    PAGE_ITEMS(200),
    /// Hits of one search.
    SEARCH_HITS(100),
    /// What is looked for, in characters.
    SEARCH_CHARACTERS(200),
    /// Missing entries of a room that are sent on entering; more are a hole to be filled.
    REPLAYED_ENTRIES(1_000),
    /// Entries of a room that a client keeps by itself, the newest.
    KEPT_ENTRIES(50_000);

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
