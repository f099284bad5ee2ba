package dev.hearth.ui.fakes;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;

/// What a scene looks like, at twice its size: so the strokes of small letters reach their full
/// colour somewhere. FX thread.
final class ScreenPixels {
    private static final int SCALE = 2;

    private final int width;
    private final int height;
    private final int[] pixels;

    private ScreenPixels(WritableImage shot) {
        width = (int) shot.getWidth();
        height = (int) shot.getHeight();
        pixels = new int[width * height];
        shot.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    }

    static ScreenPixels of(Scene scene) {
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(SCALE, SCALE));
        parameters.setFill(scene.getFill());
        parameters.setViewport(
                new Rectangle2D(0, 0, scene.getWidth() * SCALE, scene.getHeight() * SCALE));
        return new ScreenPixels(scene.getRoot().snapshot(parameters, null));
    }

    /// The contrast between the colour that most of the lines' pixels have and the strokes of the
    /// letters: the median of the fifth of the other pixels that stands out most. The edges of
    /// strokes, which are half ground, do not count against a text, and single pixels, as of a sign
    /// beside it, do not count for it.
    double contrast(List<Rectangle2D> lines) {
        Map<Integer, Integer> counts = new HashMap<>();
        lines.forEach(line -> count(line, counts));
        int ground =
                counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(0);
        counts.remove(ground);
        int others = counts.values().stream().mapToInt(Integer::intValue).sum();
        TreeMap<Double, Integer> byContrast = new TreeMap<>(Comparator.reverseOrder());
        counts.forEach((colour, n) -> byContrast.merge(contrast(colour, ground), n, Integer::sum));
        int left = others / 10;
        for (Map.Entry<Double, Integer> each : byContrast.entrySet()) {
            left -= each.getValue();
            if (left < 0) {
                return each.getKey();
            }
        }
        return 1;
    }

    /// How many pixels of `area` stand out against what was there in another picture of the scene,
    /// by a contrast of `wanted` or more.
    int standingOut(ScreenPixels before, Rectangle2D area, double wanted) {
        int right = Math.min(width, (int) Math.floor(area.getMaxX() * SCALE));
        int bottom = Math.min(height, (int) Math.floor(area.getMaxY() * SCALE));
        int count = 0;
        for (int y = Math.max(0, (int) (area.getMinY() * SCALE)); y < bottom; y++) {
            for (int x = Math.max(0, (int) (area.getMinX() * SCALE)); x < right; x++) {
                int i = y * width + x;
                if (pixels[i] != before.pixels[i]
                        && contrast(pixels[i], before.pixels[i]) >= wanted) {
                    count++;
                }
            }
        }
        return count;
    }

    private void count(Rectangle2D line, Map<Integer, Integer> counts) {
        int right = Math.min(width, (int) Math.floor(line.getMaxX() * SCALE));
        int bottom = Math.min(height, (int) Math.floor(line.getMaxY() * SCALE));
        for (int y = Math.max(0, (int) Math.ceil(line.getMinY() * SCALE)); y < bottom; y++) {
            for (int x = Math.max(0, (int) Math.ceil(line.getMinX() * SCALE)); x < right; x++) {
                counts.merge(pixels[y * width + x] & 0xFF_FF_FF, 1, Integer::sum);
            }
        }
    }

    static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double value = (channel & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
