package dev.hearth.protocol;

/// The names of events on the wire, and of namespaces.
public final class Events {
    /// The namespace of Hearth's own protocol.
    public static final String NAMESPACE = "/hearth";

    /// What the namespaces of public rooms begin with: their name follows, percent-encoded.
    public static final String ROOMS_NAMESPACE = "/rooms/";

    /// The major version of that protocol.
    public static final int VERSION = 1;

    /// Host to client, first thing: who it is, and what it needs to know.
    public static final String HELLO = "hello";

    /// Client to host: who the person is.
    public static final String ENTER = "enter";

    /// Host to client: the person is in.
    public static final String WELCOME = "welcome";

    /// A message, in either direction.
    public static final String CHAT_MESSAGE = "chat message";

    /// Plain client to host, `(name, ack)`: messages go to this public room from now on, and come
    /// from it.
    public static final String JOIN_ROOM = "join room";

    /// Plain client to host: back to `#lobby`.
    public static final String LEAVE_ROOM = "leave room";

    /// Host to plain client, `(name)`: the room ended, or ended for them.
    public static final String LEFT_ROOM = "left room";

    /// Host to plain client, `(name)`: the room that they are in is called like that now.
    public static final String ROOM_RENAMED = "room renamed";

    public static final String EDIT = "edit";
    public static final String DELETE = "delete";
    public static final String REACT = "react";
    public static final String OPEN = "open";
    public static final String INVITE = "invite";
    public static final String JOIN = "join";
    public static final String LEAVE = "leave";
    public static final String TOPIC = "topic";
    public static final String RENAME = "rename";
    public static final String KICK = "kick";
    public static final String BAN = "ban";
    public static final String UNBAN = "unban";
    public static final String MUTE = "mute";
    public static final String UNMUTE = "unmute";
    public static final String ROLE = "role";
    public static final String CLOSE = "close";
    public static final String FORGET = "forget";

    /// Client to host: a page of the people of the chat.
    public static final String PEOPLE = "people";

    /// Client to host: a page of the people in a room.
    public static final String MEMBERS = "members";

    /// Client to host: a page of the log.
    public static final String HISTORY = "history";

    public static final String SEARCH = "search";

    /// In either direction: someone writes.
    public static final String TYPING = "typing";

    /// In either direction: someone has read so far.
    public static final String READ = "read";

    /// Host to client: anything but a message was added to a room's log.
    public static final String ENTRY = "entry";

    /// Host to client: entries that are not sent, to be asked for.
    public static final String SKIPPED = "skipped";

    /// Host to client: who came and went.
    public static final String PRESENCE = "presence";

    /// Host to client: rooms that are new, changed or gone. Client to host: a page of the rooms.
    public static final String ROOMS = "rooms";

    /// Host to client: the chat calls itself so from now on.
    public static final String NAMED = "named";

    /// From a Hearth host when the chat, or the person's membership, ends; the connection closes
    /// next.
    public static final String BYE = "bye";

    private Events() {}
}
