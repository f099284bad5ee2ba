package dev.hearth.ui.hosting;

import dev.hearth.model.NameCheck;
import dev.hearth.model.Names;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.Problem;
import dev.hearth.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The programs that may write in the chat, and the token of the one that was just let in. FX
/// thread only.
final class ProgramsViewModel {
    /// What is shown this once.
    record Made(String name, String token) {}

    private final HostDesk desk;
    private final FxContext context;
    private final ReadOnlyObjectWrapper<List<Program>> programs =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Made>> made =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty problem = new SimpleStringProperty("");

    ProgramsViewModel(HostDesk desk, FxContext context) {
        this.desk = desk;
        this.context = context;
    }

    ReadOnlyObjectProperty<List<Program>> programsProperty() {
        return programs.getReadOnlyProperty();
    }

    /// The token that was just made; empty once it need not be seen any more.
    ReadOnlyObjectProperty<Optional<Made>> madeProperty() {
        return made.getReadOnlyProperty();
    }

    /// What the next program is to be called.
    StringProperty nameProperty() {
        return name;
    }

    /// Why something could not be done; empty when it was.
    StringProperty problemProperty() {
        return problem;
    }

    /// The panel was opened: tokens may have been made and used elsewhere.
    void load() {
        context.deliver(desk.programs(), this::loaded);
    }

    /// Nobody looks any more.
    void forget() {
        made.set(Optional.empty());
        problem.set("");
    }

    private void loaded(@Nullable List<Program> now, @Nullable Throwable error) {
        if (now != null) {
            programs.set(List.copyOf(now));
        } else if (error != null) {
            problem.set(Problem.of(error).sentence());
        }
    }

    /// Lets the program in whose name was typed.
    void add() {
        switch (Names.check(name.get())) {
            case NameCheck.Fit(String fit) -> add(fit);
            case NameCheck.Unfit(NameCheck.Problem wrong) ->
                    problem.set(Texts.text("name." + wrong.name().toLowerCase(Locale.ROOT)));
        }
    }

    private void add(String fit) {
        if (programs.get().stream().anyMatch(each -> isSame(each.name(), fit))) {
            problem.set(Texts.text("hosting.program.taken", fit));
            return;
        }
        problem.set("");
        context.deliver(desk.addProgram(fit), (token, error) -> added(fit, token, error));
    }

    private static boolean isSame(String one, String other) {
        return Names.folded(one).equals(Names.folded(other));
    }

    private void added(String fit, @Nullable String token, @Nullable Throwable error) {
        if (token != null) {
            name.set("");
            made.set(Optional.of(new Made(fit, token)));
            load();
        } else if (error != null) {
            problem.set(Problem.of(error).sentence());
        }
    }

    /// Takes the token of `program` back.
    void remove(Program program) {
        problem.set("");
        context.deliver(
                desk.removeProgram(program.name()),
                (nothing, error) -> {
                    if (error != null) {
                        problem.set(Problem.of(error).sentence());
                    }
                    load();
                });
    }
}
