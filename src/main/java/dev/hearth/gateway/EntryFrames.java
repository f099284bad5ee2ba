package dev.hearth.gateway;

import dev.hearth.model.Entry;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.model.Role;
import dev.hearth.protocol.Events;
import dev.hearth.protocol.PlainEnvelope;
import dev.hearth.socketio.Frame;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One entry as the frames in which `/` sends it: made when first needed, then shared by all peers.
/// Confined to the host loop.
final class EntryFrames {
    private final Entry entry;
    private @Nullable Frame plain;
    private @Nullable Frame aware;

    EntryFrames(Entry entry) {
        this.entry = entry;
    }

    Entry entry() {
        return entry;
    }

    /// Whether there is anything in it for a plain client: only posts are.
    boolean isPost() {
        return entry.payload() instanceof Posted;
    }

    Frame forPeer(boolean isAware) {
        return isAware ? aware() : plain();
    }

    /// `text, offset`: what every client of the tutorial understands.
    private Frame plain() {
        Frame frame = plain;
        if (frame == null) {
            frame = Frame.of(Events.CHAT_MESSAGE, plainText(), entry.seq());
            plain = frame;
        }
        return frame;
    }

    /// The same with a third argument that says who wrote it, and when.
    private Frame aware() {
        Frame frame = aware;
        if (frame == null) {
            frame = Frame.of(Events.CHAT_MESSAGE, text(), entry.seq(), envelope());
            aware = frame;
        }
        return frame;
    }

    private String text() {
        return entry.payload() instanceof Posted posted ? posted.text() : "";
    }

    /// A guest's text goes out unchanged; a named person's is told apart by the name before it.
    private String plainText() {
        Person from = entry.from();
        return from.role() == Role.GUEST ? text() : from.name() + ": " + text();
    }

    private Map<String, Object> envelope() {
        return new PlainEnvelope(entry.id(), entry.from(), entry.at(), OptionalLong.of(entry.seq()))
                .toMap();
    }
}
