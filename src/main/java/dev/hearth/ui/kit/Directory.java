package dev.hearth.ui.kit;

import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import java.util.Optional;

/// What the people of a chat are called now. FX thread only.
public interface Directory {
    Person you();

    /// The person under the name of today.
    Person latest(Person person);

    /// What to call somebody of whom only the id is known.
    Optional<String> name(PersonId id);

    /// What to call the author of a message; empty where the server does not tell.
    default String name(Person person) {
        return Shown.name(latest(person));
    }

    /// The author of `message` by name, the person's own too: for others to read.
    default String nameOrWord(Message message) {
        String name = name(message.from());
        return name.isEmpty() ? author(message) : name;
    }

    /// The author of `message` in a word, whatever the server tells.
    default String author(Message message) {
        String name = name(message.from());
        return message.own()
                ? Texts.text("message.you")
                : name.isEmpty() ? Texts.text("message.someone") : name;
    }
}
