package dev.hearth.ui.text;

import java.util.List;

/// A part of a message that begins on a line of its own.
public sealed interface Block {
    /// Running text; it may hold line breaks.
    record Paragraph(List<Span> spans) implements Block {
        public Paragraph {
            spans = List.copyOf(spans);
        }
    }

    /// Fenced code, as it is.
    ///
    /// @param language what the fence names; empty for none
    record Code(String text, String language) implements Block {}

    /// What the author quotes.
    record Quoted(List<Block> blocks) implements Block {
        public Quoted {
            blocks = List.copyOf(blocks);
        }
    }

    /// A list with bullets or numbers.
    record Items(List<Item> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// An entry of a list.
    ///
    /// @param marker the bullet, or the number with its sign
    record Item(String marker, List<Block> blocks) {
        public Item {
            blocks = List.copyOf(blocks);
        }
    }
}
