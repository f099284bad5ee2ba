package dev.hearth.ui.hosting;

import dev.hearth.model.NameCheck;
import dev.hearth.model.Names;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.Problem;
import dev.hearth.ui.kit.Texts;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What the chat is called, and shall be. FX thread only.
final class ChatNameViewModel {
    private final HostDesk desk;
    private final FxContext context;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    ChatNameViewModel(HostDesk desk, FxContext context) {
        this.desk = desk;
        this.context = context;
        typed.subscribe(() -> problem.set(""));
    }

    String name() {
        return desk.chatName();
    }

    /// What shall be the name.
    StringProperty typedProperty() {
        return typed;
    }

    /// Why the last [#rename] did nothing; empty when it did.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Begins with the name as it is.
    void begin() {
        typed.set(name());
        problem.set("");
    }

    /// Calls the chat what was typed.
    ///
    /// @param done gets the name as it is then
    void rename(Consumer<String> done) {
        switch (Names.checkOfAnything(typed.getValueSafe())) {
            case NameCheck.Fit(String wish) ->
                    context.deliver(desk.rename(wish), (name, error) -> tell(name, error, done));
            case NameCheck.Unfit(NameCheck.Problem wrong) ->
                    problem.set(Texts.text("name." + wrong.name().toLowerCase(Locale.ROOT)));
        }
    }

    private void tell(@Nullable String name, @Nullable Throwable error, Consumer<String> done) {
        if (error != null) {
            problem.set(Problem.of(error).sentence());
        } else if (name != null) {
            done.accept(name);
        }
    }
}
