package dev.hearth.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/// A camera reads what was written.
final class QrCodeTest {
    private static final String ADDRESS = "http://192.168.178.131:3000";
    private static final int DARK = 0xFF000000;
    private static final int LIGHT = 0xFFFFFFFF;
    private static final int SCALE = 4;

    private static String read(int size, IntBinaryOperator pixel) throws Exception {
        int edge = size * SCALE;
        int[] pixels = new int[edge * edge];
        for (int at = 0; at < pixels.length; at++) {
            pixels[at] = pixel.applyAsInt(at % edge / SCALE, at / edge / SCALE);
        }
        var source = new RGBLuminanceSource(edge, edge, pixels);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    }

    @Test
    void theModulesSayTheAddress() throws Exception {
        QrCode code = QrCode.of(ADDRESS);
        assertThat(read(code.size(), (x, y) -> code.isDark(x, y) ? DARK : LIGHT))
                .isEqualTo(ADDRESS);
        assertThat(code.isDark(3, 3)).isFalse();
        assertThat(code.isDark(4, 4)).isTrue();
    }

    @Test
    void theTerminalShowsTheSameInBothItsThemes() throws Exception {
        QrCode code = QrCode.of(ADDRESS);
        for (boolean inkIsDark : List.of(true, false)) {
            List<String> lines = code.halfBlocks(inkIsDark);
            assertThat(lines)
                    .hasSize((code.size() + 1) / 2)
                    .allMatch(it -> it.length() == code.size());
            int ink = inkIsDark ? DARK : LIGHT;
            int ground = inkIsDark ? LIGHT : DARK;
            assertThat(
                            read(
                                    code.size(),
                                    (x, y) -> {
                                        char block = lines.get(y / 2).charAt(x);
                                        boolean inked =
                                                block == '█' || block == (y % 2 == 0 ? '▀' : '▄');
                                        return inked ? ink : ground;
                                    }))
                    .isEqualTo(ADDRESS);
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        String tooLong = "x".repeat(5_000);
        assertThatThrownBy(() -> QrCode.of(tooLong)).isInstanceOf(IllegalArgumentException.class);
    }
}
