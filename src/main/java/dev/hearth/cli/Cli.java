package dev.hearth.cli;

import dev.hearth.client.ChatConnector;
import dev.hearth.model.HearthException;
import dev.hearth.net.Neighbourhood;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// The command line of Hearth. Commands run on the thread that calls [#run].
public final class Cli {
    private static final Logger LOG = LoggerFactory.getLogger(Cli.class);

    private final Launcher launcher;
    private final ChatConnector connector;
    private final Neighbourhood neighbourhood;
    private final Console console;
    private final Clock clock;

    /// @param neighbourhood where chats are found that are named
    public Cli(
            Launcher launcher,
            ChatConnector connector,
            Neighbourhood neighbourhood,
            Console console) {
        this(launcher, connector, neighbourhood, console, Clock.system(ZoneId.systemDefault()));
    }

    /// @param clock what is meant by a time given without a zone, or as so long ago
    Cli(
            Launcher launcher,
            ChatConnector connector,
            Neighbourhood neighbourhood,
            Console console,
            Clock clock) {
        this.launcher = launcher;
        this.connector = connector;
        this.neighbourhood = neighbourhood;
        this.console = console;
        this.clock = clock;
    }

    /// Runs what this process was started with.
    ///
    /// @param arguments of `main`
    /// @return the exit code: one of [ExitCode]
    public int runProcess(String[] arguments) {
        try {
            return run(Arguments.utf8(arguments));
        } catch (HearthException e) {
            console.complain(e.code(), e.sentence());
            return ExitCode.USAGE;
        }
    }

    /// Runs one command to its end.
    ///
    /// @return the exit code: one of [ExitCode]
    public int run(String... arguments) {
        int code = line().execute(arguments);
        console.out().flush();
        console.err().flush();
        return code;
    }

    /// All commands, ready to parse.
    CommandLine line() {
        DataOption data = new DataOption();
        ChatLookup lookup = new ChatLookup(neighbourhood);
        Guests guests = new Guests(connector, lookup);
        CommandLine line =
                new CommandLine(new HearthCommand(launcher, data))
                        .addSubcommand(new HostCommand(launcher, data))
                        .addSubcommand(new JoinCommand(launcher, lookup, data))
                        .addSubcommand(new FindCommand(lookup, console))
                        .addSubcommand(new SayCommand(guests, console, launcher, data))
                        .addSubcommand(new TailCommand(guests, console, launcher, data))
                        .addSubcommand(new HistoryCommand(guests, console, clock))
                        .addSubcommand(new SearchCommand(guests, console, clock))
                        .addSubcommand(new TokenCommand(launcher, data))
                        .addSubcommand(new ExportCommand(launcher, data))
                        .addSubcommand(new BackupCommand(launcher, data))
                        .addSubcommand(new RestoreCommand(launcher, data));
        line.setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(
                        (e, _) -> notUnderstood(Misread.sentence(e), e.getCommandLine()))
                .setExecutionExceptionHandler((e, command, _) -> failed(e, command));
        return line;
    }

    private int notUnderstood(String sentence, CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        console.complain(sentence + " (see “" + name + " --help”)");
        return ExitCode.USAGE;
    }

    private int failed(Exception e, CommandLine command) {
        return switch (e) {
            case UsageException usage -> notUnderstood(usage.sentence(), command);
            case HearthException expected -> {
                console.complain(expected.code(), expected.sentence());
                yield ExitCode.FAILURE;
            }
            default -> {
                LOG.debug("A command failed", e);
                console.complain("this should not have happened: " + e);
                yield ExitCode.FAILURE;
            }
        };
    }
}
