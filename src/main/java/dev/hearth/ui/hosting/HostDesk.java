package dev.hearth.ui.hosting;

import dev.hearth.model.Attendance;
import java.util.concurrent.CompletionStage;

/// What a person sees of the chat they host, beside being a member of it. Implemented by
/// `dev.hearth.app`. Any thread; nothing blocks. Stages complete on any thread, and fail with a
/// [dev.hearth.model.HearthException] that has a sentence for a person.
public interface HostDesk {
    /// What the chat calls itself.
    String chatName();

    /// Who is here, and members who are away.
    ///
    /// @param most how many of them
    CompletionStage<Attendance> attendance(int most);

    /// What went through the chat so far.
    Traffic traffic();

    /// What is kept on this computer.
    CompletionStage<Stored> stored();
}
