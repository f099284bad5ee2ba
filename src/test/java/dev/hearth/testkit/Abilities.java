package dev.hearth.testkit;

import dev.hearth.model.Capabilities;
import dev.hearth.model.Capabilities.Confirmation;
import dev.hearth.model.Limits;

/// What the servers that tests join can do.
public final class Abilities {
    public static final Capabilities HEARTH =
            new Capabilities(true, true, true, true, Limits.TEXT_BYTES.value(), Confirmation.ID);
    public static final Capabilities PLAIN_ECHO = plain(Confirmation.ECHO);
    public static final Capabilities PLAIN_ACKNOWLEDGING = plain(Confirmation.ACKNOWLEDGEMENT);

    private Abilities() {}

    private static Capabilities plain(Confirmation confirms) {
        return new Capabilities(
                false, false, false, false, Limits.PLAIN_TEXT_BYTES.value(), confirms);
    }
}
