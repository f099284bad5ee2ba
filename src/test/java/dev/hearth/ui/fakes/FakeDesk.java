package dev.hearth.ui.fakes;

import dev.hearth.model.Attendance;
import dev.hearth.model.Attendance.Attendee;
import dev.hearth.model.Person;
import dev.hearth.model.Role;
import dev.hearth.ui.hosting.HostDesk;
import dev.hearth.ui.hosting.Program;
import dev.hearth.ui.hosting.Saving;
import dev.hearth.ui.hosting.Stored;
import dev.hearth.ui.hosting.Traffic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleConsumer;

/// A hosted chat without a host: the test says what it tells. One thread.
public final class FakeDesk implements HostDesk {
    private CompletableFuture<Attendance> attendance =
            CompletableFuture.completedFuture(new Attendance(0, List.of(), false));
    private Traffic traffic = new Traffic(0, 0, 0, 0);
    private int asked;
    private Optional<Duration> keepFor = Optional.empty();
    private OptionalLong older = OptionalLong.of(0);
    private String chatName = "Mira’s chat";
    private Optional<RuntimeException> namingFailure = Optional.empty();
    private Optional<RuntimeException> keepingFailure = Optional.empty();
    private final List<Program> programs = new ArrayList<>();
    private final List<FakeSaving> savings = new ArrayList<>();

    /// How often somebody wanted to know who is here.
    public int asked() {
        return asked;
    }

    /// Who is here, or will be told.
    public void attendance(CompletableFuture<Attendance> answer) {
        attendance = answer;
    }

    public void people(Attendee... people) {
        int here = (int) List.of(people).stream().filter(Attendee::here).count();
        attendance =
                CompletableFuture.completedFuture(new Attendance(here, List.of(people), false));
    }

    public void traffic(Traffic now) {
        traffic = now;
    }

    /// Somebody who came an hour ago.
    public static Attendee here(String name, Role role, int millis) {
        Person person = FakeChat.person(name);
        return new Attendee(
                new Person(person.id(), name, role),
                true,
                Optional.of(FakeWorld.NOW.minus(Duration.ofHours(1))),
                Optional.of(Duration.ofMillis(millis)),
                false,
                false);
    }

    public static Attendee away(String name, boolean muted, boolean banned) {
        return new Attendee(
                FakeChat.person(name), false, Optional.empty(), Optional.empty(), muted, banned);
    }

    /// The copies that were asked for, in order.
    public List<FakeSaving> savings() {
        return savings;
    }

    /// A copy that goes on as the test says.
    ///
    /// @param progress to be told
    public record FakeSaving(
            Form form, Path file, DoubleConsumer progress, CompletableFuture<Void> done)
            implements Saving {
        @Override
        public void cancel() {
            done.completeExceptionally(new CancellationException());
        }
    }

    @Override
    public Saving save(Saving.Form form, Path file, DoubleConsumer progress) {
        var saving = new FakeSaving(form, file, progress, new CompletableFuture<>());
        savings.add(saving);
        return saving;
    }

    /// How many messages are older than any age.
    public void older(OptionalLong count) {
        older = count;
    }

    /// The next wish to keep messages for a time fails so.
    public void keepingFails(RuntimeException failure) {
        keepingFailure = Optional.of(failure);
    }

    @Override
    public Optional<Duration> keepFor() {
        return keepFor;
    }

    @Override
    public CompletionStage<Void> keepFor(Optional<Duration> days) {
        if (keepingFailure.isPresent()) {
            return CompletableFuture.failedFuture(keepingFailure.get());
        }
        keepFor = days;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<OptionalLong> countOlder(Duration age) {
        return CompletableFuture.completedFuture(older);
    }

    /// The programs that may write, in order.
    public List<Program> tokens() {
        return programs;
    }

    @Override
    public CompletionStage<List<Program>> programs() {
        return CompletableFuture.completedFuture(List.copyOf(programs));
    }

    @Override
    public CompletionStage<String> addProgram(String name) {
        programs.add(new Program(name, FakeWorld.NOW, Optional.empty()));
        return CompletableFuture.completedFuture("hearth_" + "0123456789abcdef".repeat(4));
    }

    @Override
    public CompletionStage<Void> removeProgram(String name) {
        programs.removeIf(each -> each.name().equals(name));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public String chatName() {
        return chatName;
    }

    /// The next wish for another name fails so.
    public void namingFails(RuntimeException failure) {
        namingFailure = Optional.of(failure);
    }

    public void namingGoesWell() {
        namingFailure = Optional.empty();
    }

    @Override
    public CompletionStage<String> rename(String name) {
        if (namingFailure.isPresent()) {
            return CompletableFuture.failedFuture(namingFailure.get());
        }
        chatName = name.strip();
        return CompletableFuture.completedFuture(chatName);
    }

    @Override
    public CompletionStage<Attendance> attendance(int most) {
        asked++;
        return attendance;
    }

    @Override
    public Traffic traffic() {
        return traffic;
    }

    @Override
    public CompletionStage<Stored> stored() {
        return CompletableFuture.completedFuture(new Stored(OptionalLong.of(1_204), 3_412_000));
    }
}
