package dev.hearth.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `hearth export`: writes out what was said in the chat that this computer hosts.
@Command(
        name = "export",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        description = {
            "Writes out what was said in the chat hosted from this computer.",
            "Stop the chat first."
        })
final class ExportCommand implements Callable<Integer> {
    private final Launcher launcher;
    private final DataOption data;

    @Option(
            names = "--format",
            paramLabel = "text|html|json",
            description = "For a terminal (the default), for a browser, or for programs.")
    private ExportRequest.Format format = ExportRequest.Format.TEXT;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write to this file instead of standard output. An existing file is replaced.")
    private @Nullable Path file;

    @Option(
            names = "--from",
            paramLabel = "FOLDER",
            description =
                    "Read this folder that holds a chat.db instead: what is kept of a joined chat,"
                            + " or an earlier-… folder in it.")
    private @Nullable Path from;

    ExportCommand(Launcher launcher, DataOption data) {
        this.launcher = launcher;
        this.data = data;
    }

    @Override
    public Integer call() {
        return launcher.export(
                new ExportRequest(
                        format,
                        Optional.ofNullable(file),
                        data.folder(),
                        Optional.ofNullable(from)));
    }
}
