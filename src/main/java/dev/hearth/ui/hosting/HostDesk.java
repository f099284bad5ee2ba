package dev.hearth.ui.hosting;

import dev.hearth.model.Attendance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleConsumer;

/// What a person sees of the chat they host, beside being a member of it. Implemented by
/// `dev.hearth.app`. Any thread; nothing blocks. Stages complete on any thread, and fail with a
/// [dev.hearth.model.HearthException] that has a sentence for a person.
public interface HostDesk {
    /// What the chat calls itself.
    String chatName();

    /// Calls the chat so from now on, for everybody.
    ///
    /// @return the name as it is now, without surrounding space
    CompletionStage<String> rename(String name);

    /// Who is here, and members who are away.
    ///
    /// @param most how many of them
    CompletionStage<Attendance> attendance(int most);

    /// What went through the chat so far.
    Traffic traffic();

    /// What is kept on this computer.
    CompletionStage<Stored> stored();

    /// For how long messages are kept; empty for ever.
    Optional<Duration> keepFor();

    /// Keeps them for so many days from now on, and deletes what is older, for everybody.
    ///
    /// @param days empty for ever
    CompletionStage<Void> keepFor(Optional<Duration> days);

    /// How many messages are older than `age`; empty where to count them takes too long.
    CompletionStage<OptionalLong> countOlder(Duration age);

    /// The programs that may write in public rooms.
    CompletionStage<List<Program>> programs();

    /// Lets a program write under this name.
    ///
    /// @return its token, which nobody can see again
    CompletionStage<String> addProgram(String name);

    /// Takes back the token of the program of this name.
    CompletionStage<Void> removeProgram(String name);

    /// Begins to write the chat into a file, while everything goes on.
    ///
    /// @param file replaced when it is there
    /// @param progress hears which part is written, from 0 to 1, on any thread; nothing where that
    ///   is not known
    Saving save(Saving.Form form, Path file, DoubleConsumer progress);
}
