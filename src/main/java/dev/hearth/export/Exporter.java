package dev.hearth.export;

import dev.hearth.log.ChatReader;
import dev.hearth.log.StoredRoom;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.RoomId;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/// Writes rooms out for people, or for other programs, a page at a time: a log may be larger than
/// the memory, and while it is written others go on. What is deleted meanwhile is shown as deleted
/// if it was not reached yet.
public final class Exporter {
    private static final int PAGE = 200;

    private final ChatReader store;
    private final ZoneId zone;

    /// @param zone in which times are told to people; JSON has UTC
    public Exporter(ChatReader store, ZoneId zone) {
        this.store = store;
        this.zone = zone;
    }

    /// Writes `rooms` as `format`; those that do not exist are left out. Does not close `out`.
    ///
    /// @param at what is given as the time of the export
    public void write(ExportFormat format, Set<RoomId> rooms, Instant at, Writer out)
            throws IOException {
        write(format, rooms, at, out, _ -> {});
    }

    /// @param progress hears after each page how many messages were written so far; what it throws
    ///   ends the export, and is thrown on
    public void write(
            ExportFormat format, Set<RoomId> rooms, Instant at, Writer out, LongConsumer progress)
            throws IOException {
        long[] written = {0};
        IntConsumer pages = size -> progress.accept(written[0] += size);
        ExportWriter export = export(format, out);
        export.begin(store.hostId(), at, store.people());
        for (StoredRoom room : store.rooms()) {
            if (rooms.contains(room.id())) {
                write(export, room, pages);
            }
        }
        export.end();
        out.flush();
    }

    private ExportWriter export(ExportFormat format, Writer out) throws IOException {
        return switch (format) {
            case JSON -> new JsonExport(out);
            case HTML -> new HtmlExport(out, zone);
            case TEXT -> new TextExport(out, zone);
        };
    }

    private void write(ExportWriter export, StoredRoom room, IntConsumer pages) throws IOException {
        export.room(room);
        long next = 1;
        for (List<FoldedMessage> page = page(room, next); !page.isEmpty(); ) {
            for (FoldedMessage message : page) {
                export.message(message, answered(message));
            }
            pages.accept(page.size());
            next = page.getLast().seq() + 1;
            page = page(room, next);
        }
        export.endRoom();
    }

    private List<FoldedMessage> page(StoredRoom room, long from) {
        return store.from(room.id(), from, PAGE).messages();
    }

    private Optional<FoldedMessage> answered(FoldedMessage message) {
        return message.replyTo().flatMap(id -> store.message(message.room(), id));
    }
}
