package dev.hearth.log.sqlite;

import dev.hearth.log.ChatLog;
import dev.hearth.log.ChatLogContract;
import dev.hearth.log.StoreNotice;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;

final class SqliteChatLogTest extends ChatLogContract {
    @Override
    protected ChatLog open(Path folder, Consumer<StoreNotice> notices) {
        return SqliteChatLog.open(folder, InstantSource.system(), notices);
    }
}
