package dev.hearth.client.dialect;

import dev.hearth.model.Event;

/// What a person has to know of a server that is only taken for a plain one: once that nothing
/// shows it, and once that it says something else. Confined to the chat's loop.
final class Doubts {
    private final DialectContext context;
    private final String place;
    private boolean told;
    private boolean contradicted;

    /// @param place the server, as people are shown it
    Doubts(DialectContext context, String place) {
        this.context = context;
        this.place = place;
    }

    /// @param proven whether it was seen to be one before
    void presumed(boolean proven) {
        if (!proven && !told) {
            told = true;
            context.tell(
                    new Event.Noticed(
                            place
                                    + " does not show which events it speaks. It is taken for a chat"
                                    + " of the Socket.IO tutorial (“chat message”). If messages do"
                                    + " not arrive, join it in another dialect."));
        }
    }

    void hear(String event) {
        if (!contradicted) {
            contradicted = true;
            EventNames names = new EventNames();
            names.hear(event);
            context.tell(
                    new Event.Noticed(
                            place
                                    + " speaks events that are not recognised. "
                                    + names.sentences()
                                    + " If messages do not arrive, join it in another dialect."));
        }
    }
}
