package dev.hearth.ui.timeline;

import dev.hearth.model.Person;
import dev.hearth.ui.kit.LinkOpener;
import dev.hearth.ui.kit.Toasts;
import dev.hearth.ui.text.EmojiUse;
import java.util.function.BiConsumer;
import javafx.scene.Node;

/// What a timeline on screen borrows from the window around it.
///
/// @param emoji which emoji the person takes
/// @param onPerson shows the card of the author beside the name that was clicked
public record TimelineTools(
        Toasts toasts,
        LinkOpener links,
        EmojiUse emoji,
        BiConsumer<Person, Node> onPerson,
        Forwarding forwarding,
        DayChoice days) {}
