package dev.hearth.ui.hosting;

import dev.hearth.model.PersonId;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.Sheets;
import dev.hearth.ui.kit.Toasts;
import java.util.function.Supplier;

/// What the host's panel borrows from the chat on screen.
///
/// @param you the person who hosts, whose id is known once they are in
public record HostTools(
        HostedHere hosted,
        Moderation moderation,
        Supplier<PersonId> you,
        FxContext context,
        Sheets sheets,
        Toasts toasts) {}
