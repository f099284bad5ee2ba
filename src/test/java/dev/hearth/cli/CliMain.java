package dev.hearth.cli;

import dev.hearth.client.DialectCatalogue;
import dev.hearth.client.connection.SocketIoConnector;
import dev.hearth.client.dialect.KnownDialects;
import dev.hearth.net.Neighbourhood;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// The command line as a process of its own, without window and host.
final class CliMain {
    private CliMain() {}

    public static void main(String[] arguments) {
        Launcher launcher =
                new Launcher() {
                    @Override
                    public int window(WindowRequest request) {
                        System.out.println(request);
                        return ExitCode.OK;
                    }

                    @Override
                    public DialectCatalogue dialects(Optional<Path> data) {
                        return new KnownDialects(data.map(it -> it.resolve("dialects")));
                    }

                    @Override
                    public int host(HostRequest request) {
                        System.out.println(request);
                        return ExitCode.OK;
                    }

                    @Override
                    public int export(ExportRequest request) {
                        System.out.println(request);
                        return ExitCode.OK;
                    }

                    @Override
                    public int backup(BackupRequest request) {
                        System.out.println(request);
                        return ExitCode.OK;
                    }

                    @Override
                    public int token(TokenRequest request) {
                        System.out.println(request);
                        return ExitCode.OK;
                    }

                    @Override
                    public int restore(BackupRequest request) {
                        System.out.println(request);
                        return ExitCode.OK;
                    }
                };
        SocketIoConnector connector = new SocketIoConnector(InstantSource.system());
        System.exit(
                new Cli(launcher, connector, Neighbourhood.NONE, Console.ofProcess())
                        .runProcess(arguments));
    }
}
