package dev.hearth.ui.start;

import dev.hearth.client.DialectCatalogue;
import dev.hearth.client.JoinRequest;
import dev.hearth.lan.ServerAddress;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.model.NameCheck;
import dev.hearth.model.Names;
import dev.hearth.net.FoundChat;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.Preferences;
import dev.hearth.ui.kit.Problem;
import dev.hearth.ui.kit.Texts;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The state of the start screen. One thing at a time is under way; [#cancel] or a failure leads
/// back to where the person can try again. FX thread only.
public final class StartViewModel {
    private final HostLauncher hosts;
    private final Function<JoinRequest, JoinAttempt> joining;
    private final OpenAlready opened;
    private final FoundChatsViewModel found;
    private final RecentChats recent;
    private final Preferences preferences;
    private final FxContext context;
    private final DialectPick dialect;

    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("");
    private final StringProperty address = new SimpleStringProperty("");
    private final BooleanProperty announced = new SimpleBooleanProperty();
    private final StringProperty nameProblem = new SimpleStringProperty("");
    private final StringProperty portProblem = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Problem>> hostProblem =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Problem>> joinProblem =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<StartStep> step =
            new ReadOnlyObjectWrapper<>(StartStep.READY);
    private final ReadOnlyObjectWrapper<Optional<EarlierChat>> earlier =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// How often a person wanted to host or join.
    private int attempts;

    /// Cancels the hosting or joining that is under way.
    private Runnable giveUp = () -> {};

    /// @param joining starts to join a chat
    public StartViewModel(
            HostLauncher hosts,
            Function<JoinRequest, JoinAttempt> joining,
            OpenAlready opened,
            FoundChatsViewModel found,
            RecentChats recent,
            Preferences preferences,
            FxContext context,
            DialectCatalogue dialects) {
        dialect = new DialectPick(dialects, context);
        this.hosts = hosts;
        this.joining = joining;
        this.opened = opened;
        this.found = found;
        this.recent = recent;
        this.preferences = preferences;
        this.context = context;
        name.set(preferences.name());
        port.set(String.valueOf(preferences.port()));
        announced.set(preferences.announces());
        name.subscribe((before, now) -> nameEdited());
        port.subscribe((before, now) -> portEdited());
        address.subscribe((before, now) -> joinProblem.set(Optional.empty()));
        dialect.pickedProperty().subscribe((before, now) -> joinProblem.set(Optional.empty()));
    }

    /// What was wrong may have been the name.
    private void nameEdited() {
        nameProblem.set("");
        hostProblem.set(Optional.empty());
        joinProblem.set(Optional.empty());
    }

    private void portEdited() {
        portProblem.set("");
        hostProblem.set(Optional.empty());
    }

    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty portProperty() {
        return port;
    }

    /// Whether a chat that is hosted is shown to others on this network by itself.
    public BooleanProperty announcedProperty() {
        return announced;
    }

    /// Takes up what a person chose, and remembers it.
    void announce(boolean chosen) {
        announced.set(chosen);
        preferences.rememberAnnouncing(chosen);
    }

    public StringProperty addressProperty() {
        return address;
    }

    /// Hosts a chat under the name and on the port given.
    public void host() {
        if (!isReady() || !nameIsGood()) {
            return;
        }
        Optional<Integer> wished = checkedPort();
        if (wished.isEmpty()) {
            return;
        }
        preferences.rememberPort(wished.get());
        begin(StartStep.HOSTING);
        var wish = new HostWish(name.get().strip(), wished.get(), announced.get());
        boolean[] cancelled = {false};
        giveUp = () -> cancelled[0] = true;
        context.deliver(hosts.host(wish), (hosted, error) -> hosted(hosted, error, cancelled[0]));
    }

    private void hosted(@Nullable HostedChat hosted, @Nullable Throwable error, boolean cancelled) {
        if (cancelled) {
            if (hosted != null) {
                hosted.stop();
            }
        } else if (hosted == null) {
            end();
            hostProblem.set(
                    Optional.of(Problem.of(error == null ? new IllegalStateException() : error)));
        } else {
            join(hosted.localAddress(), "", Optional.of(hosted), hostProblem);
        }
    }

    /// Joins the chat at the address given.
    public void join() {
        if (!isReady() || !nameIsGood()) {
            return;
        }
        String typed = address.get().strip();
        URI server;
        try {
            server = ServerAddress.parse(typed);
        } catch (HearthException e) {
            joinProblem.set(Optional.of(Problem.of(e)));
            return;
        }
        if (opened.show(server)) {
            return;
        }
        begin(new StartStep.Joining(JoinRequest.place(server)));
        join(server, typed, Optional.empty(), joinProblem);
    }

    /// Joins the chat at `chosen`, as after typing that address.
    public void join(String chosen) {
        address.set(chosen);
        join();
    }

    /// Joins a chat that was found on this network, at the address where it answers.
    void join(FoundChat chat) {
        if (!isReady() || !nameIsGood() || chat.addresses().stream().anyMatch(opened::show)) {
            return;
        }
        begin(new StartStep.Joining(chat.name()));
        giveUp = () -> {};
        int mine = attempts;
        context.deliver(
                found.way(chat),
                (answering, error) -> {
                    if (!isReady() && mine == attempts) {
                        URI server = answering == null ? chat.addresses().getFirst() : answering;
                        String place = JoinRequest.place(server);
                        address.set(place);
                        join(server, place, Optional.empty(), joinProblem);
                    }
                });
    }

    /// Forgets where the last chat was, and what went wrong.
    public void beginAgain() {
        address.set("");
        portProblem.set("");
        hostProblem.set(Optional.empty());
        joinProblem.set(Optional.empty());
    }

    /// Gives up what is under way. Does nothing when nothing is.
    public void cancel() {
        if (!isReady()) {
            giveUp.run();
            end();
        }
    }

    /// @param typed what to remember when it worked; empty for nothing
    /// @param problem where a failure is shown
    private void join(
            URI server,
            String typed,
            Optional<HostedChat> hosted,
            ObjectProperty<Optional<Problem>> problem) {
        var named = new JoinRequest(server, name.get().strip()).with(dialect.wish(hosted));
        var request = hosted.flatMap(HostedChat::ownerToken).map(named::withToken).orElse(named);
        // An answer may come while joining: the step says first that something is under way.
        giveUp = () -> {};
        PendingJoin pending =
                PendingJoin.at(
                        joining,
                        request,
                        context,
                        attempt -> enter(attempt, typed, hosted),
                        failure -> failed(server, failure, hosted, problem));
        if (!isReady()) {
            giveUp =
                    () -> {
                        pending.giveUp();
                        hosted.ifPresent(HostedChat::stop);
                    };
        }
    }

    private void enter(JoinAttempt attempt, String typed, Optional<HostedChat> hosted) {
        if (!typed.isEmpty()) {
            recent.joined(typed);
            dialect.clear();
        }
        end();
        attempt.enter(hosted);
    }

    /// What is kept of a host belongs to one chat at a time, which may be open under another of its
    /// addresses.
    private void failed(
            URI server,
            Problem failure,
            Optional<HostedChat> hosted,
            ObjectProperty<Optional<Problem>> problem) {
        if (hosted.isPresent() || !failure.code().equals(LocalTrouble.DATA_IN_USE.word())) {
            fail(failure, hosted, problem);
            return;
        }
        int mine = attempts;
        context.deliver(
                opened.sameHost(server),
                (other, error) -> {
                    if (isReady() || mine != attempts) {
                        return;
                    }
                    if (other != null && other.filter(opened::show).isPresent()) {
                        end();
                    } else {
                        fail(failure, hosted, problem);
                    }
                });
    }

    private void fail(
            Problem failure,
            Optional<HostedChat> hosted,
            ObjectProperty<Optional<Problem>> problem) {
        hosted.ifPresent(HostedChat::stop);
        end();
        problem.set(Optional.of(failure));
    }

    private void begin(StartStep next) {
        attempts++;
        hostProblem.set(Optional.empty());
        joinProblem.set(Optional.empty());
        preferences.rememberName(name.get().strip());
        step.set(next);
    }

    private void end() {
        giveUp = () -> {};
        step.set(StartStep.READY);
    }

    /// Whether a chat is being opened or joined.
    public boolean isBusy() {
        return !isReady();
    }

    private boolean isReady() {
        return step.get() instanceof StartStep.Ready;
    }

    private boolean nameIsGood() {
        return switch (Names.check(name.get())) {
            case NameCheck.Fit _ -> {
                nameProblem.set("");
                yield true;
            }
            case NameCheck.Unfit(NameCheck.Problem problem) -> {
                nameProblem.set(Texts.text("name." + problem.name().toLowerCase(Locale.ROOT)));
                yield false;
            }
        };
    }

    private Optional<Integer> checkedPort() {
        try {
            int number = Integer.parseInt(port.get().strip());
            if (number >= 0 && number <= 65_535) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // Said below, like a number out of range.
        }
        portProblem.set(Texts.text("port.bad"));
        return Optional.empty();
    }

    FoundChatsViewModel found() {
        return found;
    }

    DialectPick dialect() {
        return dialect;
    }

    StringProperty nameProblemProperty() {
        return nameProblem;
    }

    StringProperty portProblemProperty() {
        return portProblem;
    }

    ObjectProperty<Optional<Problem>> hostProblemProperty() {
        return hostProblem;
    }

    ObjectProperty<Optional<Problem>> joinProblemProperty() {
        return joinProblem;
    }

    ReadOnlyObjectProperty<StartStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// The chats that were joined before.
    RecentChats recent() {
        return recent;
    }

    /// What hosting opens again, as far as that is known.
    ReadOnlyObjectProperty<Optional<EarlierChat>> earlierProperty() {
        return earlier.getReadOnlyProperty();
    }

    /// Looks for what hosting opens again: the start screen is shown, or a host has stopped.
    public void lookBack() {
        context.deliver(
                hosts.earlier(),
                (found, error) -> earlier.set(found == null ? Optional.empty() : found));
    }

    Clock clock() {
        return context.clock();
    }
}
