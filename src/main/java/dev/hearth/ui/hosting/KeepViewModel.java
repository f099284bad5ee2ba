package dev.hearth.ui.hosting;

import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// For how long the messages of the chat are kept. FX thread only.
final class KeepViewModel {
    /// Asks before messages are deleted.
    interface Question {
        /// @param older how many are; empty where they were too many to be counted
        void ask(Duration age, OptionalLong older);
    }

    private static final Logger LOG = LoggerFactory.getLogger(KeepViewModel.class);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(365);

    private final HostDesk desk;
    private final FxContext context;
    private final ReadOnlyObjectWrapper<Optional<Duration>> keepFor;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    KeepViewModel(HostDesk desk, FxContext context) {
        this.desk = desk;
        this.context = context;
        keepFor = new ReadOnlyObjectWrapper<>(desk.keepFor());
    }

    ReadOnlyObjectProperty<Optional<Duration>> keepForProperty() {
        return keepFor.getReadOnlyProperty();
    }

    /// Why it could not be changed; empty when it was.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What can be chosen: the usual ones, and what was chosen elsewhere.
    List<Optional<Duration>> choices() {
        return Stream.of(
                        Optional.<Duration>empty(),
                        Optional.of(YEAR),
                        Optional.of(MONTH),
                        keepFor.get())
                .distinct()
                .toList();
    }

    /// Keeps messages for so long, after a question where that deletes some.
    void wish(Optional<Duration> wished, Question question) {
        if (wished.equals(keepFor.get())) {
            return;
        }
        if (wished.isEmpty()) {
            keep(wished);
            return;
        }
        Duration age = wished.get();
        context.deliver(
                desk.countOlder(age), (older, error) -> counted(age, older, error, question));
    }

    private void counted(
            Duration age,
            @Nullable OptionalLong older,
            @Nullable Throwable error,
            Question question) {
        if (older != null && older.isPresent() && older.getAsLong() == 0) {
            keep(Optional.of(age));
            return;
        }
        if (error != null) {
            LOG.debug("how many messages are older is not known", error);
        }
        question.ask(age, older == null ? OptionalLong.empty() : older);
    }

    /// Keeps them for so long without a question.
    void keep(Optional<Duration> wished) {
        problem.set("");
        context.deliver(desk.keepFor(wished), (nothing, error) -> kept(wished, error));
    }

    private void kept(Optional<Duration> wished, @Nullable Throwable error) {
        if (error == null) {
            keepFor.set(wished);
        } else {
            problem.set(Problem.of(error).sentence());
        }
    }
}
