package dev.hearth.host;

import dev.hearth.log.StoredPerson;
import dev.hearth.model.Names;
import dev.hearth.model.Origin;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.Role;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Someone whom the host knows at present: here, or stored with a way to come back. Confined to the
/// host loop.
final class KnownPerson {
    private StoredPerson record;
    private String folded;
    private boolean stored;
    private Origin from = Origin.LOCAL;
    private int connections;
    private @Nullable Instant goneAt;
    private Optional<Instant> seenAt = Optional.empty();

    /// @param stored whether `record` is in the store
    KnownPerson(StoredPerson record, boolean stored) {
        this.record = record;
        this.folded = Names.folded(record.person().name());
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
        renamed(newRecord);
        stored = true;
    }

    /// Not written down.
    void renamed(StoredPerson newRecord) {
        record = newRecord;
        folded = Names.folded(newRecord.person().name());
    }

    /// The name, as names are compared.
    String folded() {
        return folded;
    }

    /// Whether they are among the people of the chat: here, or members who are away.
    boolean isListed() {
        return isHere() || (isMember() && !isProgram());
    }

    boolean isProgram() {
        return record.person().role() == Role.PROGRAM;
    }

    /// Whether nobody else may have their name.
    boolean keepsName() {
        return isListed() || isProgram();
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
    boolean connect(Origin origin, Instant now) {
        from = origin;
        seenAt = Optional.of(now);
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
        seenAt = Optional.of(now);
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

    /// Whether they connected from `origin`, and that after `since`.
    boolean wasAt(Origin origin, Instant since) {
        return from.equals(origin)
                && seenAt.filter(at -> isHere() || at.isAfter(since)).isPresent();
    }

    /// Where they connected from since the program was started; empty when they did not.
    Optional<Origin> lastFrom() {
        return seenAt.map(_ -> from);
    }

    Presence presence() {
        return new Presence(person(), isHere(), record.publicKey().isPresent());
    }
}
