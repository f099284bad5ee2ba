package dev.hearth.host;

import dev.hearth.model.Entry;
import java.util.List;

/// Told of what the log took.
@FunctionalInterface
public interface EntryListener {
    /// The entries of one turn, in order. On the host loop: must not block.
    void committed(List<Entry> entries);
}
