package dev.hearth.model;

import java.nio.charset.StandardCharsets;

/// Every bound of the wire, in one place. Sizes are UTF-8 bytes unless the name says otherwise.
public enum Limits {
    /// The text of one message of a Hearth client.
    TEXT_BYTES(8_000),
    /// The text of one message through the plain namespace.
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
    KEPT_ENTRIES(50_000),

    // Rates. A bucket of this size is full again after the time that the name of its group says.

    /// Changes in 10 s, and bytes of text in 60 s, of a person over all their connections.
    CHANGES_OF_PERSON(50),
    BYTES_OF_PERSON(5_000_000),
    /// The same of all people at an address.
    CHANGES_OF_ADDRESS(400),
    BYTES_OF_ADDRESS(20_000_000),
    /// The same of all newcomers together.
    CHANGES_OF_NEWCOMERS(300),
    BYTES_OF_NEWCOMERS(20_000_000),
    /// Requests that change nothing, in 10 s. A client that catches up makes many.
    QUESTIONS_OF_PERSON(200),
    QUESTIONS_OF_ADDRESS(1_600),
    QUESTIONS_OF_NEWCOMERS(1_600),
    /// New people who enter in 100 s, at an address and in all.
    ENTERING_OF_ADDRESS(200),
    ENTERING_IN_ALL(2_000),
    /// New people who come to be stored in 600 s: with their first message, say.
    STORED_OF_ADDRESS(30),
    STORED_IN_ALL(300),
    /// Reactions put on or taken back in 60 s: of a person on a message, and of all on a message.
    REACTIONS_OF_PERSON(10),
    REACTIONS_OF_MESSAGE(120),

    // Counts.

    /// Streams of rooms over HTTP, of an address and in all.
    STREAMS_OF_ADDRESS(20),
    STREAMS(1_000),
    /// Different emoji on a message.
    EMOJI_OF_MESSAGE(20),
    /// For how long a person is a newcomer, in hours.
    NEWCOMER_HOURS(24),
    /// Rooms that a newcomer may open, that anybody may, and that a chat may have.
    ROOMS_OF_NEWCOMER(3),
    ROOMS_OF_PERSON(50),
    ROOMS(2_000),
    /// The same of conversations of two.
    DIRECTS_OF_NEWCOMER(20),
    DIRECTS_OF_PERSON(200),
    DIRECTS(10_000);

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
