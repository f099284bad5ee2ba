package dev.hearth.ui.shell;

import dev.hearth.ui.hosting.SaveDialog;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The dialog of the system. FX thread only.
final class SystemSaveDialog implements SaveDialog {
    private final Stage stage;

    SystemSaveDialog(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Optional<Path> ask(String title, String name, List<Kind> kinds) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        kinds.forEach(
                kind ->
                        chooser.getExtensionFilters()
                                .add(new ExtensionFilter(kind.name(), "*." + kind.extension())));
        @Nullable File chosen = chooser.showSaveDialog(stage);
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
