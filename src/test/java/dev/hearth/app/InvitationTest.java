package dev.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.Console;
import dev.hearth.qr.QrCode;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a host in a terminal says to get people in.
final class InvitationTest {
    private static final URI LAN = URI.create("http://192.168.1.20:3000");
    private static final URI LOOPBACK = URI.create("http://127.0.0.1:3000");
    private static final URI PUBLIC = URI.create("http://203.0.113.9:3000");

    private static Console console(boolean terminal, boolean colours) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new Console(InputStream.nullInputStream(), nowhere, nowhere, terminal, colours);
    }

    @Test
    void saysWhichAddressToTakeFirstAndWhy() {
        assertThat(Invitation.lines(List.of(LAN, LOOPBACK), true, "Tea"))
                .containsExactly(
                        "Others on the same Wi-Fi or network open http://192.168.1.20:3000 first.",
                        "Hearth there finds it by its name: Tea");
        assertThat(Invitation.lines(List.of(PUBLIC), false, "Tea"))
                .containsExactly("Others open http://203.0.113.9:3000 first.");
    }

    @Test
    void loopbackIsOfferedToNobody() {
        assertThat(Invitation.lines(List.of(LOOPBACK), true, "Tea"))
                .containsExactly(
                        "Only programs on this computer get in: the chat has no other address.");
        assertThat(Invitation.code(List.of(LOOPBACK), console(true, true))).isEmpty();
    }

    @Test
    void theCodeIsForTerminalsAlone() {
        QrCode code = QrCode.of(LAN.toString());
        assertThat(Invitation.code(List.of(LAN), console(false, false))).isEmpty();
        assertThat(Invitation.code(List.of(LAN), console(true, false)))
                .isEqualTo(code.halfBlocks(false));
        assertThat(Invitation.code(List.of(LAN), console(true, true)))
                .hasSameSizeAs(code.halfBlocks(true))
                .allMatch(line -> line.startsWith("\u001b[30;107m") && line.endsWith("\u001b[0m"));
    }
}
