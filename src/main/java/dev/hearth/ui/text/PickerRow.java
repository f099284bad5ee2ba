package dev.hearth.ui.text;

import java.util.List;

/// A row of the picker.
sealed interface PickerRow {
    /// Above the emoji of a group.
    ///
    /// @param key of its text
    record Title(String key) implements PickerRow {}

    /// Emoji beside each other, as they would be taken.
    record Picks(List<Emoji> emoji) implements PickerRow {
        public Picks {
            emoji = List.copyOf(emoji);
        }
    }
}
