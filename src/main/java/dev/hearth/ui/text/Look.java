package dev.hearth.ui.text;

import java.util.ArrayList;
import java.util.List;

/// How a span of text looks.
///
/// @param code whether it stands in the face with letters of one width
public record Look(boolean bold, boolean italic, boolean struck, boolean code) {
    public static final Look PLAIN = new Look(false, false, false, false);

    Look asBold() {
        return new Look(true, italic, struck, code);
    }

    Look asItalic() {
        return new Look(bold, true, struck, code);
    }

    Look asStruck() {
        return new Look(bold, italic, true, code);
    }

    Look asCode() {
        return new Look(bold, italic, struck, true);
    }

    /// The style classes that give a node this look.
    List<String> styleClasses() {
        List<String> classes = new ArrayList<>();
        if (bold) {
            classes.add("bold");
        }
        if (italic) {
            classes.add("italic");
        }
        if (struck) {
            classes.add("struck");
        }
        if (code) {
            classes.add("code");
        }
        return classes;
    }
}
