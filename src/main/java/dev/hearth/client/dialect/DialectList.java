package dev.hearth.client.dialect;

import dev.hearth.client.DialectWish;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.replica.ReplicaWriter;
import java.util.List;
import java.util.Optional;

/// Which dialects a chat can speak.
public interface DialectList {
    /// Every dialect of this program.
    static DialectList all() {
        return new AllDialects();
    }

    /// Makes the dialects of one chat, in the order in which they are tried; at least one.
    List<Dialect> of(JoinRequest request, DialectContext context, ReplicaWriter writer);

    /// What a person wants to be tried of them, and beside them. Reads the disk.
    ///
    /// @throws dev.hearth.model.HearthException BAD_DIALECT: what was chosen cannot be used
    default DialectSelection select(DialectWish wish) {
        return DialectSelection.ALL;
    }

    /// The word for the dialect that is nearest to what a server speaks that none recognised; empty
    /// where none is near.
    default Optional<String> nearest(EventNames names) {
        return Optional.empty();
    }
}
