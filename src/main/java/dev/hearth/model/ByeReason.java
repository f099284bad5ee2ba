package dev.hearth.model;

import java.util.Locale;
import java.util.Optional;

/// Why a host ends a connection in order: the `reason` of `bye` (docs/wire.md). A host that lets
/// nobody in says the wire name of an [ErrorCode] instead.
public enum ByeReason implements FailureCode {
    /// The chat is no longer hosted; it may be again.
    ENDED(true),
    /// A moderator put this person out; they may come again when they choose to.
    KICKED(false),
    /// This person may not come in any more.
    BANNED(false),
    /// The host has forgotten this person, who comes again as somebody new.
    REMOVED(false);

    private final boolean comesBack;

    ByeReason(boolean comesBack) {
        this.comesBack = comesBack;
    }

    /// Whether a client tries by itself to come back.
    public boolean comesBack() {
        return comesBack;
    }

    /// The name on the wire: lower case.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String key() {
        return "bye." + wire();
    }

    /// Empty for a reason this program does not know. Earlier hosts wrote `kick` and `ban`.
    public static Optional<ByeReason> ofWire(String name) {
        return switch (name) {
            case "ended" -> Optional.of(ENDED);
            case "kicked", "kick" -> Optional.of(KICKED);
            case "banned", "ban" -> Optional.of(BANNED);
            case "removed" -> Optional.of(REMOVED);
            default -> Optional.empty();
        };
    }
}
