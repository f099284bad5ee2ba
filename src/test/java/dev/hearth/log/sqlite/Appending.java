package dev.hearth.log.sqlite;

import dev.hearth.log.Batch;
import dev.hearth.log.Log;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.RoomId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A process of its own that appends and says what was stored: one line for each entry, ended by a
/// dot, after the append has returned.
final class Appending {
    private Appending() {}

    public static void main(String[] arguments) {
        try (SqliteChatLog store =
                SqliteChatLog.open(Path.of(arguments[0]), InstantSource.system(), _ -> {})) {
            if (arguments[1].equals("once")) {
                System.out.println("committing");
                store.append(Batch.of(batch(store, 1)));
                System.out.println("acknowledged");
                return;
            }
            Random random = new Random();
            while (true) {
                List<Entry> batch = batch(store, 1 + random.nextInt(10));
                store.append(Batch.of(batch));
                StringBuilder lines = new StringBuilder();
                batch.forEach(each -> lines.append(each.id()).append(".\n"));
                System.out.print(lines);
            }
        }
    }

    private static List<Entry> batch(SqliteChatLog store, int size) {
        long seq = store.lastSeq(RoomId.LOBBY);
        List<Entry> batch = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            seq++;
            String id = EntryId.next(System.currentTimeMillis()).value();
            batch.add(Log.entry(seq, id, Log.ANN, new Posted("text " + id)));
        }
        return batch;
    }
}
