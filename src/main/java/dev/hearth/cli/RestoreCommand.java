package dev.hearth.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hearth restore`: puts a backup in the place of the log of the chat that this computer hosts.
@Command(
        name = "restore",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        description = {
            "Puts a backup where the chat hosted from this computer is. Stop the chat first.",
            "The file is looked through before anything is changed. What was written after the"
                    + " backup is not in the chat any more."
        })
final class RestoreCommand implements Callable<Integer> {
    private final Launcher launcher;
    private final DataOption data;

    @Parameters(paramLabel = "FILE", description = "What “hearth backup” wrote.")
    private Path file = Path.of("");

    @Option(
            names = "--force",
            description = "Do it although there is a chat. Its log is kept beside the new one.")
    private boolean force;

    RestoreCommand(Launcher launcher, DataOption data) {
        this.launcher = launcher;
        this.data = data;
    }

    @Override
    public Integer call() {
        return launcher.restore(new BackupRequest(file, force, data.folder()));
    }
}
