package dev.hearth.gateway;

import dev.hearth.model.Entry;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.protocol.EntryCodec;
import dev.hearth.protocol.Events;
import dev.hearth.socketio.OutboundEvent;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// One place of a room's log as the frames that tell of it: made when first needed, then shared by
/// all peers. Confined to the host loop.
final class EntryFrames {
    /// A message as the plain namespace shows it.
    private record Post(Person from, String text) {}

    private final long seq;
    private final @Nullable Entry entry;
    private final @Nullable Post post;
    private final Map<ReaderKind, OutboundEvent> frames = new EnumMap<>(ReaderKind.class);

    private @Nullable ByteBuffer streamed;

    private EntryFrames(long seq, @Nullable Entry entry, @Nullable Post post) {
        this.seq = seq;
        this.entry = entry;
        this.post = post;
    }

    /// What was just added to the log, or is read from it; for a plain client there is something in
    /// it when it is a message.
    static EntryFrames of(Entry entry) {
        Post post =
                entry.payload() instanceof Posted posted
                        ? new Post(entry.from(), posted.text())
                        : null;
        return new EntryFrames(entry.seq(), entry, post);
    }

    /// A message as it is now, for clients that read nothing but messages. A deleted message has no
    /// frames.
    static EntryFrames of(FoldedMessage message) {
        Post post = message.deleted() ? null : new Post(message.from(), message.text());
        return new EntryFrames(message.seq(), null, post);
    }

    long seq() {
        return seq;
    }

    /// As it stands in a stream of server-sent events; nothing in it when streams do not tell of
    /// it.
    ByteBuffer forStream() {
        ByteBuffer made = streamed;
        if (made == null) {
            made = entry == null ? ServerSentEvents.NOTHING : ServerSentEvents.of(entry);
            streamed = made;
        }
        return made;
    }

    /// @param isOthers see [PlainWords#of]
    /// @return null when there is nothing in it for such a reader
    @Nullable OutboundEvent forReader(ReaderKind kind, BiPredicate<String, PersonId> isOthers) {
        OutboundEvent made = frames.get(kind);
        if (made == null) {
            made = make(kind, isOthers);
            if (made != null) {
                frames.put(kind, made);
            }
        }
        return made;
    }

    private @Nullable OutboundEvent make(ReaderKind kind, BiPredicate<String, PersonId> isOthers) {
        return switch (kind) {
            case PLAIN -> post == null ? null : plain(post, isOthers);
            case HEARTH ->
                    entry == null
                            ? null
                            : OutboundEvent.of(EntryCodec.event(entry), EntryCodec.map(entry));
        };
    }

    private OutboundEvent plain(Post said, BiPredicate<String, PersonId> isOthers) {
        String text = PlainWords.of(said.from(), said.text(), isOthers);
        return OutboundEvent.of(Events.CHAT_MESSAGE, text, seq);
    }
}
