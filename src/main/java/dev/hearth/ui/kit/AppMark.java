package dev.hearth.ui.kit;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/// The mark of the app: a flame in a speech bubble.
public final class AppMark extends ImageView {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    public AppMark(double size) {
        super(image(size > 64 ? 256 : 128));
        setFitWidth(size);
        setFitHeight(size);
        setSmooth(true);
    }

    /// The icon of a window in every size there is.
    public static Stream<Image> windowIcons() {
        return SIZES.stream().map(AppMark::image);
    }

    private static Image image(int size) {
        String file = "/dev/hearth/ui/icon/hearth-" + size + ".png";
        return new Image(Objects.requireNonNull(AppMark.class.getResourceAsStream(file), file));
    }
}
