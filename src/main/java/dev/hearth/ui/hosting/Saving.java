package dev.hearth.ui.hosting;

import java.util.concurrent.CompletionStage;

/// A copy of a chat that is being written to a file. Any thread.
public interface Saving {
    /// In which form a chat is saved.
    enum Form {
        /// The log itself, for `hearth restore`.
        BACKUP,
        /// A page for a browser.
        HTML,
        TEXT,
        JSON
    }

    /// Completes on any thread when the file is on the disk. Fails with a
    /// [dev.hearth.model.HearthException], or with a [java.util.concurrent.CancellationException]:
    /// the file is as it was.
    CompletionStage<Void> done();

    /// Gives it up, within about a second. Idempotent; too late is as never.
    void cancel();
}
