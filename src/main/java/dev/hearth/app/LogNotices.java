package dev.hearth.app;

import dev.hearth.log.StoreNotice;

/// Sentences for the owner of a chat about its log.
final class LogNotices {
    private LogNotices() {}

    static String sentence(StoreNotice notice) {
        return switch (notice) {
            case StoreNotice.SetAside(var kept, var _) ->
                    "The log of this chat could not be read and starts afresh. The old one is kept as "
                            + kept
                            + ".";
            case StoreNotice.Salvaged(var kept, var saved, var lost, var _) ->
                    "The log of this chat was damaged: "
                            + saved
                            + " entries were saved, "
                            + lost
                            + " were lost. The damaged file is kept as "
                            + kept
                            + ".";
            case StoreNotice.Unreadable(var kept, var count) ->
                    count
                            + (count == 1 ? " entry" : " entries")
                            + " in the log of this chat could not be read and shows as deleted."
                            + " What was stored is kept as "
                            + kept
                            + ".";
            case StoreNotice.Refusing(var failure) ->
                    failure.sentence() + " Until then nobody can write here.";
            case StoreNotice.Recovered _ -> "The log can be written again.";
        };
    }
}
