package dev.hearth.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a small chat server talks, as its description says: which events, what is in them. See
/// docs/dialects.md for the file. Immutable.
///
/// @param about what server this is, for people
/// @param namespace of all its events
/// @param auth what CONNECT carries
/// @param room what `{room}` stands for, unless a person names another
/// @param join what a newcomer says first
/// @param joined the event by which the server says that the newcomer is in
/// @param say how a message is sent
/// @param echo whether its author gets it back like everyone else
/// @param message how messages come
/// @param comes somebody came
/// @param goes somebody went
/// @param people who is here, all of them
/// @param typing how a person lets others know that they are writing
/// @param types somebody else is writing
public record Description(
        String about,
        String namespace,
        Map<String, Object> auth,
        String room,
        Optional<Call> join,
        Optional<String> joined,
        Call say,
        boolean echo,
        MessageShape message,
        Optional<Named> comes,
        Optional<Named> goes,
        Optional<Listing> people,
        Optional<Writing> typing,
        Optional<Named> types) {
    /// An event that is sent.
    ///
    /// @param send its arguments, with placeholders such as `{text}`
    /// @param ack whether the server answers it
    public record Call(String event, List<Object> send, boolean ack) {}

    /// @param text where the text is
    /// @param name where the author's name is; empty where the server does not tell
    /// @param time where it says when that was written
    public record MessageShape(
            String event, DataPath text, Optional<DataPath> name, Optional<DataPath> time) {}

    /// Something about one person.
    public record Named(String event, DataPath name) {}

    /// @param list where the list is
    /// @param name where the name is in each of its items
    public record Listing(String event, DataPath list, DataPath name) {}

    /// @param stop the event that says that it is over; empty where others find out by themselves
    public record Writing(Call call, Optional<String> stop) {}

    /// Whether newcomers say into which room they want.
    public boolean hasRooms() {
        return join.filter(it -> it.send().toString().contains("{room}")).isPresent();
    }

    /// The same with another room.
    public Description in(String other) {
        return new Description(
                about, namespace, auth, other, join, joined, say, echo, message, comes, goes,
                people, typing, types);
    }

    /// Whether the server tells anything by `event`.
    public boolean hears(String event) {
        return message.event().equals(event)
                || joined.filter(event::equals).isPresent()
                || comes.filter(it -> it.event().equals(event)).isPresent()
                || goes.filter(it -> it.event().equals(event)).isPresent()
                || people.filter(it -> it.event().equals(event)).isPresent()
                || types.filter(it -> it.event().equals(event)).isPresent();
    }

    /// Whether clients send `event`.
    public boolean sends(String event) {
        return say.event().equals(event)
                || join.filter(it -> it.event().equals(event)).isPresent()
                || typing.filter(it -> it.call().event().equals(event)).isPresent();
    }
}
