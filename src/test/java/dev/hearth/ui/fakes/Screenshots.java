package dev.hearth.ui.fakes;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;

/// Writes what a window shows to `target/screenshots`. FX thread.
public final class Screenshots {
    private Screenshots() {}

    public static Path write(Scene scene, String name) {
        return write(scene.snapshot(null), name);
    }

    /// The same as a screen of double density shows it.
    public static Path writeTwice(Scene scene, String name) {
        var parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(2, 2));
        parameters.setFill(scene.getFill());
        return write(scene.getRoot().snapshot(parameters, null), name);
    }

    private static Path write(WritableImage shot, String name) {
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        int[] pixels = new int[width * height];
        shot.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        Path file =
                Path.of(
                        System.getProperty("hearth.target", "target"),
                        "screenshots",
                        name + ".png");
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
