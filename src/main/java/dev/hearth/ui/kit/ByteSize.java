package dev.hearth.ui.kit;

import java.util.List;

/// Numbers of bytes in words, in units of a thousand.
public final class ByteSize {
    private static final double STEP = 1_000;
    private static final List<String> LARGER =
            List.of("size.kilobytes", "size.megabytes", "size.gigabytes");

    private ByteSize() {}

    public static String words(double bytes) {
        if (bytes < STEP) {
            return Texts.text("size.bytes", Math.round(bytes));
        }
        double size = bytes / STEP;
        int unit = 0;
        // 999.95 would be shown as 1,000.
        while (size >= STEP - 0.05 && unit < LARGER.size() - 1) {
            size /= STEP;
            unit++;
        }
        return Texts.text(LARGER.get(unit), size);
    }
}
