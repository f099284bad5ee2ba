package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.ui.fakes.WindowTest;
import javafx.geometry.NodeOrientation;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// How the person who hosts gets others in.
final class ShareStoriesTest extends WindowTest {
    private void hostAndWrite() {
        open();
        clickOn("#host");
        settle();
        clickOn("#composer").write("hello").type(KeyCode.ENTER);
        settle();
    }

    @Test
    void oneAddressComesFirstAndTheOthersWhenItDoesNotWork() {
        hostAndWrite();
        clickOn("#share");
        settle();
        assertThat(reads("http://192.168.1.20:3000")).isTrue();
        assertThat(reads("This address works on the same Wi-Fi or network.")).isTrue();
        assertThat(reads("http://studio.local:3000")).isFalse();
        clickOn("#share-popover #share-others");
        settle();
        assertThat(reads("http://studio.local:3000")).isTrue();
        screenshot(
                "share-others-light",
                check ->
                        check.mayCover("share-card", "it floats until it is closed")
                                .shows("http://studio.local:3000", "Stop hosting"));
    }

    @Test
    void thePhonesCodeIsNeverMirrored() {
        hostAndWrite();
        clickOn("#share");
        settle();
        var code = lookup(".qr-tile").query();
        assertThat(code.getEffectiveNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
        assertThat(code.getAccessibleText()).isEqualTo("QR code for http://192.168.1.20:3000");
    }

    @Test
    void theCardFollowsTheComputerToAnotherNetwork() {
        hostAndWrite();
        world.host().moveTo("http://10.1.2.3:3000");
        clickOn("#share");
        settle();
        assertThat(reads("http://10.1.2.3:3000")).isTrue();
        assertThat(isShown("#share-popover #share-others")).isFalse();
    }

    @Test
    void anAddressThatLeadsOthersToThemselvesIsForThisComputer() {
        hostAndWrite();
        world.host().moveTo("http://127.0.0.1:3000");
        clickOn("#share");
        settle();
        assertThat(reads("Others cannot get in")).isTrue();
        assertThat(isShown(".qr-tile")).isFalse();
        screenshot(
                "share-none-light",
                check ->
                        check.mayCover("share-card", "it floats until it is closed")
                                .shows("http://127.0.0.1:3000"));
        type(KeyCode.ESCAPE);
        settle();
        assertThat(isShown("#share-popover")).isFalse();
    }
}
