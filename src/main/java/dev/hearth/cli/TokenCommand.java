package dev.hearth.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hearth token`: lets programs post into the chat that this computer hosts.
@Command(
        name = "token",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        description = {
            "Lets a program write in the public rooms of the chat hosted from this computer: prints"
                    + " a token for “POST /rooms/NAME/messages”, which is shown this once.",
            "Without NAME it lists the programs that have one. The chat may be running."
        })
final class TokenCommand implements Callable<Integer> {
    private final Launcher launcher;
    private final DataOption data;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "What others see as the author of what the program writes.")
    private @Nullable String name;

    @Option(names = "--revoke", description = "Take the token of this program back.")
    private boolean revoke;

    TokenCommand(Launcher launcher, DataOption data) {
        this.launcher = launcher;
        this.data = data;
    }

    @Override
    public Integer call() {
        if (revoke && name == null) {
            throw new UsageException("Say whose token is taken back: hearth token NAME --revoke.");
        }
        return launcher.token(new TokenRequest(Optional.ofNullable(name), revoke, data.folder()));
    }
}
