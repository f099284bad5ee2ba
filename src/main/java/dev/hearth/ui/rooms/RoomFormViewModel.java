package dev.hearth.ui.rooms;

import dev.hearth.model.Limits;
import dev.hearth.model.NameCheck;
import dev.hearth.model.Names;
import dev.hearth.model.SafeText;
import dev.hearth.ui.kit.Texts;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What a room shall be called and be about, judged as the host judges it. FX thread only.
public final class RoomFormViewModel {
    private final StringProperty name;
    private final StringProperty topic;
    private final BooleanProperty secret = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final boolean named;

    /// What somebody wished.
    ///
    /// @param secret whether only members and the invited shall know of the room
    public record Wish(String name, String topic, boolean secret) {}

    /// @param named whether the room has a name that can be changed
    public RoomFormViewModel(String name, String topic, boolean named) {
        this.name = new SimpleStringProperty(name);
        this.topic = new SimpleStringProperty(topic);
        this.named = named;
        this.name.subscribe(() -> problem.set(""));
        this.topic.subscribe(() -> problem.set(""));
    }

    boolean isNamed() {
        return named;
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty topicProperty() {
        return topic;
    }

    BooleanProperty secretProperty() {
        return secret;
    }

    /// Why the last [#wish] was none; empty when it was.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What was filled in, if the host will have it; else [#problemProperty] says why not.
    Optional<Wish> wish() {
        String asked = name.getValueSafe().strip();
        String bare = asked.startsWith("#") ? asked.substring(1) : asked;
        String about = topic.getValueSafe().strip();
        problem.set(problem(bare, about));
        return problem.get().isEmpty()
                ? Optional.of(new Wish(Names.tidy(bare).orElse(bare), about, secret.get()))
                : Optional.empty();
    }

    private String problem(String asked, String about) {
        if (named && Names.tidy(asked).isEmpty()) {
            return Names.check(asked) instanceof NameCheck.Unfit(NameCheck.Problem why)
                    ? switch (why) {
                        case EMPTY -> Texts.text("room.name.empty");
                        case LONG -> Texts.text("name.long");
                        case CHARACTERS, COLON, RESERVED -> Texts.text("name.characters");
                    }
                    : "";
        }
        if (about.codePointCount(0, about.length()) > Limits.TOPIC_CHARACTERS.value()) {
            return Texts.text("room.topic.long", Limits.TOPIC_CHARACTERS.value());
        }
        return about.codePoints().anyMatch(SafeText::isDangerous)
                ? Texts.text("room.topic.characters")
                : "";
    }
}
