package dev.hearth.ui.shell;

import dev.hearth.ui.kit.LinkOpener;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/// Opens addresses with the program that the system has for that. JavaFX has `showDocument`, which
/// looks for browsers on the FX thread and says nothing when there is none. Any thread.
final class SystemBrowser implements LinkOpener {
    /// A program that still runs after this time has found a browser, or is the browser.
    private static final long PATIENCE_SECONDS = 5;

    private final List<String> command;

    /// @param command the program and its first arguments; the address follows
    SystemBrowser(List<String> command) {
        this.command = List.copyOf(command);
    }

    static SystemBrowser ofThisSystem() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return new SystemBrowser(List.of("rundll32", "url.dll,FileProtocolHandler"));
        }
        return new SystemBrowser(List.of(system.startsWith("mac") ? "open" : "xdg-open"));
    }

    @Override
    public CompletionStage<Boolean> open(String address) {
        var opened = new CompletableFuture<Boolean>();
        Thread.ofVirtual()
                .name("hearth-browser")
                .start(
                        () -> {
                            try {
                                opened.complete(run(address));
                            } catch (IOException e) {
                                opened.completeExceptionally(e);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                                opened.completeExceptionally(e);
                            }
                        });
        return opened;
    }

    private boolean run(String address) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(command);
        whole.add(address);
        Process process =
                new ProcessBuilder(whole)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.DISCARD)
                        .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return !ended || process.exitValue() == 0;
    }
}
