package dev.hearth.client;

import dev.hearth.model.Limits;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;

/// `Name: text`, as a Hearth host tells plain clients who wrote what.
record SpokenLine(Person from, String text) {
    static SpokenLine of(String line) {
        int colon = line.indexOf(": ");
        if (colon < 1
                || colon > Limits.NAME_CHARACTERS.value()
                || line.substring(0, colon).indexOf('\n') >= 0) {
            return unknown(line);
        }
        String name = line.substring(0, colon);
        return new SpokenLine(
                new Person(new PersonId(name), name, Role.MEMBER), line.substring(colon + 2));
    }

    static SpokenLine unknown(String line) {
        return new SpokenLine(Person.UNKNOWN, line);
    }
}
