package dev.hearth.host;

import dev.hearth.model.Origin;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.Role;
import dev.hearth.store.StoredPerson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Someone whom the host knows at present: here, or stored with a way to come back. Confined to the
/// host loop.
final class Acquaintance {
    private StoredPerson record;
    private boolean stored;
    private Origin from = Origin.LOCAL;
    private int connections;
    private @Nullable Instant goneAt;

    /// @param stored whether `record` is in the store
    Acquaintance(StoredPerson record, boolean stored) {
        this.record = record;
        this.stored = stored;
    }

    PersonId id() {
        return record.person().id();
    }

    Person person() {
        return record.person();
    }

    StoredPerson record() {
        return record;
    }

    boolean isStored() {
        return stored;
    }

    void stored(StoredPerson newRecord) {
        record = newRecord;
        stored = true;
    }

    /// Not written down.
    void renamed(StoredPerson newRecord) {
        record = newRecord;
    }

    /// Whether there is a token that makes somebody this person again.
    boolean canComeBack() {
        return record.tokenHash().isPresent();
    }

    /// Whether they are listed, and their name is theirs, while they are away.
    boolean isMember() {
        return stored && record.person().role() != Role.GUEST;
    }

    /// @return whether they were not here before
    boolean connect(Origin origin) {
        from = origin;
        boolean first = !isHere();
        connections++;
        goneAt = null;
        return first;
    }

    /// @return whether that was the last connection
    boolean disconnect(Instant now) {
        if (connections == 0) {
            return false;
        }
        connections--;
        goneAt = connections == 0 ? now : null;
        return connections == 0;
    }

    /// Here, or gone so shortly that they may be back at once.
    boolean isHere() {
        return connections > 0 || goneAt != null;
    }

    /// When the last connection went; null while there is one, and when they are away for good.
    @Nullable Instant goneAt() {
        return goneAt;
    }

    void away() {
        goneAt = null;
    }

    /// Where they connected from the last time.
    Origin from() {
        return from;
    }

    Presence presence() {
        return new Presence(person(), isHere(), record.publicKey().isPresent());
    }
}
