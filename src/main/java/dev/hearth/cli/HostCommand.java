package dev.hearth.cli;

import dev.hearth.lan.ServerAddress;
import dev.hearth.model.HostOptions;
import dev.hearth.model.NameCheck;
import dev.hearth.model.Names;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hearth host`: hosts a chat.
@Command(
        name = "host",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        description = {
            "Hosts a chat on this computer.",
            "Without a display, or with --no-gui, it prints where it listens and then who comes and"
                    + " goes, until Ctrl-C or SIGTERM."
        })
final class HostCommand implements Callable<Integer> {
    private enum Switch {
        ON,
        OFF
    }

    private final Launcher launcher;
    @Mixin private NameOption name = new NameOption();
    private final DataOption data;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "The port to listen on, 3000 by default. 0 takes any free port; a taken port moves to"
                            + " the next free one.")
    private int port = ServerAddress.DEFAULT_PORT;

    @Option(
            names = "--bind",
            paramLabel = "ADDR",
            description = "Listen at this address of this computer only.")
    private @Nullable String bind;

    @Option(
            names = "--web",
            paramLabel = "DIR",
            description = "Serve this folder at / instead of Hearth's own page.")
    private @Nullable Path web;

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            arity = "1..*",
            description = {
                "A web page of this origin may connect, and the chat may be reached under this name,",
                "for example behind a proxy. May be given more than once."
            })
    private List<String> allowOrigins = new ArrayList<>();

    @Option(
            names = "--trust-proxy",
            paramLabel = "ADDRESS",
            arity = "1..*",
            description = {
                "A proxy on another computer that says in X-Forwarded-For for whom it speaks, so that",
                "limits and bans count its clients. Proxies on this computer are believed anyway."
            })
    private List<String> proxies = new ArrayList<>();

    @Option(
            names = "--path",
            paramLabel = "PATH",
            description = "A proxy passes requests on below this path, such as /team.")
    private String path = "";

    @Option(
            names = "--limits",
            paramLabel = "on|off",
            description = "Limit rates and counts (on by default). Sizes are always limited.")
    private Switch limits = Switch.ON;

    @Option(
            names = "--ban-hold",
            paramLabel = "HOURS",
            description = {
                "How long a ban also keeps out newcomers with the same name or address",
                "(24 by default, 0 for not at all)."
            })
    private int banHold = (int) HostOptions.BAN_HOLD.toHours();

    @Option(
            names = "--log",
            paramLabel = "quiet|connections|messages",
            description = "What to print without a window (connections by default).")
    private HostRequest.LogLevel log = HostRequest.LogLevel.CONNECTIONS;

    @Option(
            names = "--forget-after",
            paramLabel = "DAYS",
            description =
                    "Forget people who wrote at most one message and stayed away for so long: they come"
                            + " back as new people, and what they wrote stays. 90 by default; 0:"
                            + " nobody is forgotten.")
    private int forgetAfter = 90;

    @Option(
            names = "--keep",
            paramLabel = "DAYS",
            description =
                    "Delete messages when they are so old, for everybody and for good; 0 keeps them"
                            + " for ever. Without this option it stays as it was: for ever in a new"
                            + " chat.")
    private @Nullable Integer keep;

    @Option(
            names = "--chat-name",
            paramLabel = "NAME",
            description = {
                "What the chat is called, for everybody and from now on.",
                "Without this option it stays as it was: at first NAME’s chat."
            })
    private @Nullable String chatName;

    @Option(names = "--no-gui", description = "Host without a window.")
    private boolean noGui;

    @Option(
            names = "--new-key",
            description =
                    "Make a new key for a chat whose file host-key is lost. Members then meet"
                            + " another chat and come in as new people.")
    private boolean newKey;

    @Option(
            names = "--hidden",
            description =
                    "Do not announce the chat on this network: people join by its address only.")
    private boolean hidden;

    /// A year.
    private static final int MOST_HOURS = 8_760;

    HostCommand(Launcher launcher, DataOption data) {
        this.launcher = launcher;
        this.data = data;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw new UsageException("Port " + port + " does not exist: ports go from 0 to 65535.");
        }
        if (banHold < 0 || banHold > MOST_HOURS) {
            throw new UsageException(
                    "--ban-hold takes hours from 0 to " + MOST_HOURS + ", not " + banHold + ".");
        }
        if (forgetAfter < 0 || forgetAfter > 36_500) {
            throw new UsageException("--forget-after takes days, 0 to 36500.");
        }
        if (keep != null && (keep < 0 || keep > 36_500)) {
            throw new UsageException("--keep takes days, 0 to 36500.");
        }
        if (chatName != null
                && Names.checkOfAnything(chatName)
                        instanceof NameCheck.Unfit(NameCheck.Problem problem)) {
            throw new UsageException("--chat-name: " + problem.sentence());
        }
        return launcher.host(
                new HostRequest(
                        name.name(),
                        port,
                        Optional.ofNullable(bind),
                        data.folder(),
                        Optional.ofNullable(web),
                        new WebAccess(allowOrigins, proxies, path),
                        new HostOptions(
                                limits == Switch.ON,
                                Duration.ofDays(forgetAfter),
                                Duration.ofHours(banHold),
                                Optional.ofNullable(keep).map(Duration::ofDays),
                                Optional.ofNullable(chatName)),
                        log,
                        !noGui,
                        newKey,
                        hidden));
    }
}
