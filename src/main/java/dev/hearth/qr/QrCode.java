package dev.hearth.qr;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.List;
import java.util.stream.IntStream;

/// A text as a QR code (ISO/IEC 18004) with its quiet zone: a square of dark and light modules.
public final class QrCode {
    /// Light modules on each side, without which a camera does not find the code.
    private static final int QUIET = 4;

    private static final char UPPER = '▀';
    private static final char LOWER = '▄';
    private static final char BOTH = '█';

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /// @throws IllegalArgumentException when `text` is too long, which an address never is
    public static QrCode of(String text) {
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /// How many modules an edge has, the quiet zone among them.
    public int size() {
        return modules.getWidth() + 2 * QUIET;
    }

    public boolean isDark(int x, int y) {
        int column = x - QUIET;
        int row = y - QUIET;
        return column >= 0
                && row >= 0
                && column < modules.getWidth()
                && row < modules.getHeight()
                && modules.get(column, row) == 1;
    }

    /// The code as lines of text, each of which has two rows of modules.
    ///
    /// @param inkIsDark whether letters are darker than their ground
    public List<String> halfBlocks(boolean inkIsDark) {
        return IntStream.range(0, (size() + 1) / 2)
                .mapToObj(line -> halfBlocks(2 * line, inkIsDark))
                .toList();
    }

    private String halfBlocks(int row, boolean inkIsDark) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < size(); column++) {
            boolean upper = isDark(column, row) == inkIsDark;
            // Below an odd last row there is nothing: the quiet zone goes on.
            boolean lower = isDark(column, row + 1) == inkIsDark;
            line.append(upper && lower ? BOTH : upper ? UPPER : lower ? LOWER : ' ');
        }
        return line.toString();
    }
}
