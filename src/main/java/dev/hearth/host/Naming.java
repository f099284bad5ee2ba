package dev.hearth.host;

import dev.hearth.log.Batch;
import dev.hearth.log.ChatLog;
import dev.hearth.log.StoredPerson;
import dev.hearth.model.HearthException;
import dev.hearth.model.Names;
import dev.hearth.model.Person;
import dev.hearth.model.Role;
import java.util.List;
import java.util.Optional;

/// Gives people their names, and keeps those of the stored ones stored. Confined to the host loop.
final class Naming {
    private final ChatLog store;
    private final NameRegistry names;

    Naming(ChatLog store, NameRegistry names) {
        this.store = store;
        this.names = names;
    }

    /// Gives `who` the name they wish for, or one like it.
    ///
    /// @return whether others know them by another name
    boolean rename(KnownPerson who, Optional<String> wish) {
        Person before = who.person();
        Optional<String> tidy = wish.flatMap(Names::tidyOfPerson);
        String name =
                tidy.filter(wished -> !NameRegistry.isSame(wished, before.name()))
                        .or(() -> Optional.of(before.name()).filter(old -> !old.isEmpty()))
                        .map(wished -> names.free(wished, before.id()))
                        .orElseGet(() -> names.unnamed(before));
        if (name.equals(before.name())) {
            return false;
        }
        StoredPerson record = changed(who.record(), new Person(before.id(), name, before.role()));
        if (who.isStored() && !isWritten(record)) {
            return false;
        }
        names.release(who.person());
        who.renamed(record);
        return !before.name().isEmpty();
    }

    /// A name is stored at once, so that the one before is free for others. Where that fails they
    /// keep the one they had: nobody is kept out by a full disk.
    private boolean isWritten(StoredPerson record) {
        try {
            store.append(new Batch(List.of(record), List.of(), List.of()));
            return true;
        } catch (HearthException _) {
            return false;
        }
    }

    /// The same person with another role. A guest who becomes more gets a name that is theirs
    /// alone.
    StoredPerson withRole(StoredPerson before, Role role) {
        Person person = before.person();
        String name = role == Role.GUEST ? person.name() : names.free(person.name(), person.id());
        return changed(before, new Person(person.id(), name, role));
    }

    private static StoredPerson changed(StoredPerson before, Person person) {
        return new StoredPerson(person, before.publicKey(), before.tokenHash(), before.since());
    }
}
