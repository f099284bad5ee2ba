package dev.hearth.store;

import java.util.List;
import java.util.Optional;

/// The people of a [ChatStore].
record StoredPeople(ChatStore store) implements PeopleBook {
    @Override
    public Optional<StoredPerson> withToken(String tokenHash) {
        return store.personWithToken(tokenHash);
    }

    @Override
    public Optional<StoredPerson> named(String name) {
        return store.personNamed(name);
    }

    @Override
    public void save(StoredPerson person) {
        store.append(new Batch(List.of(person), List.of(), List.of()));
    }
}
