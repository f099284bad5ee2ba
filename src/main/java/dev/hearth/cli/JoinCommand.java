package dev.hearth.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `hearth join`: the window, joined.
@Command(
        name = "join",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        description = "Opens the window and joins a chat.")
final class JoinCommand implements Callable<Integer> {
    private final Launcher launcher;
    @Mixin private NameOption name = new NameOption();
    @Mixin private ArgumentsOption arguments = new ArgumentsOption();
    @Mixin private DialectOption dialect = new DialectOption();
    private final DataOption data;
    private final ChatLookup lookup;

    @Parameters(paramLabel = "URL", description = ChatLookup.WHERE)
    private String address = "";

    JoinCommand(Launcher launcher, ChatLookup lookup, DataOption data) {
        this.lookup = lookup;
        this.launcher = launcher;
        this.data = data;
    }

    @Override
    public Integer call() {
        return launcher.window(
                new WindowRequest(
                        Optional.of(lookup.find(address)),
                        name.name(),
                        data.folder(),
                        arguments.asked(),
                        dialect.asked(launcher.dialects(data.folder()))));
    }
}
