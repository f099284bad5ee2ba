package dev.hearth.export;

import dev.hearth.log.StoredPerson;
import dev.hearth.log.StoredRoom;
import dev.hearth.model.FoldedMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Writes what an [Exporter] reads, in one format. Confined to its thread.
sealed interface ExportWriter permits HtmlExport, JsonExport, TextExport {
    void begin(String hostId, Instant at, List<StoredPerson> people) throws IOException;

    void room(StoredRoom room) throws IOException;

    /// @param answered what it is a reply to; empty when it is none
    void message(FoldedMessage message, Optional<FoldedMessage> answered) throws IOException;

    void endRoom() throws IOException;

    void end() throws IOException;
}
