package dev.hearth.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `hearth`: the window.
@Command(
        name = "hearth",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        description = "A desktop chat that anyone can host. Without a command it opens the window.",
        footer = {
            "",
            "Exit codes: 0 done, 1 failed or nothing found, 2 not understood, 3 sent but not"
                    + " confirmed."
        })
final class HearthCommand implements Callable<Integer> {
    private final Launcher launcher;
    @Mixin private final DataOption data;

    HearthCommand(Launcher launcher, DataOption data) {
        this.launcher = launcher;
        this.data = data;
    }

    @Override
    public Integer call() {
        return launcher.window(
                new WindowRequest(Optional.empty(), Optional.empty(), data.folder()));
    }
}
