package dev.hearth.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `hearth backup`: copies the log of the chat that this computer hosts.
@Command(
        name = "backup",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        description = {
            "Copies the log of the chat hosted from this computer into one file.",
            "Stop the chat first. Keep the file “host-key” of the data folder with it: members"
                    + " know the chat by that."
        })
final class BackupCommand implements Callable<Integer> {
    private final Launcher launcher;
    private final DataOption data;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the backup goes. Always needed.")
    private @Nullable Path file;

    @Option(names = "--force", description = "Replace the file if it is there.")
    private boolean force;

    BackupCommand(Launcher launcher, DataOption data) {
        this.launcher = launcher;
        this.data = data;
    }

    @Override
    public Integer call() {
        if (file == null) {
            throw new UsageException("Say with -o FILE where the backup goes.");
        }
        return launcher.backup(new BackupRequest(file, force, data.folder()));
    }
}
