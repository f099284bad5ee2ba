package dev.hearth.ui.chat;

import dev.hearth.qr.QrCode;
import dev.hearth.ui.kit.Texts;
import java.net.URI;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/// An address as a QR code: black on white in every theme, never mirrored, its modules whole
/// pixels.
final class QrTile extends StackPane {
    private static final int EDGE = 136;

    QrTile(URI address) {
        QrCode code = QrCode.of(address.toString());
        int scale = Math.max(1, EDGE / code.size());
        var dark = new SVGPath();
        dark.setContent(path(code, scale));
        getChildren().add(dark);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setMinSize(EDGE, EDGE);
        setMaxSize(EDGE, EDGE);
        getStyleClass().add("qr-tile");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Texts.text("share.code", address));
    }

    /// A square for each dark module; those that touch leave no gap between them.
    private static String path(QrCode code, int scale) {
        var path = new StringBuilder();
        for (int y = 0; y < code.size(); y++) {
            for (int x = 0; x < code.size(); x++) {
                if (code.isDark(x, y)) {
                    path.append('M').append(x * scale).append(' ').append(y * scale);
                    path.append('h').append(scale).append('v').append(scale);
                    path.append('h').append(-scale).append('z');
                }
            }
        }
        return path.toString();
    }
}
