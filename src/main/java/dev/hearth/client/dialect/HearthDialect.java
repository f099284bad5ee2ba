package dev.hearth.client.dialect;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.link.LinkEnd;
import dev.hearth.client.outbox.HostConfirmation;
import dev.hearth.client.outbox.Outbox;
import dev.hearth.client.replica.Replica;
import dev.hearth.client.replica.Replica.Contents;
import dev.hearth.client.replica.ReplicaWriter;
import dev.hearth.client.replica.RoomReplicas;
import dev.hearth.model.Accepted;
import dev.hearth.model.Capabilities;
import dev.hearth.model.Capabilities.Confirmation;
import dev.hearth.model.Command;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.HearthException;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.Limits;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.model.SearchAnswer;
import dev.hearth.model.SearchRequest;
import dev.hearth.protocol.Deltas;
import dev.hearth.protocol.Enter.Held;
import dev.hearth.protocol.EntryCodec;
import dev.hearth.protocol.Events;
import dev.hearth.protocol.Hello;
import dev.hearth.protocol.PersonCodec;
import dev.hearth.protocol.Welcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Namespace `/hearth`: entering, and what the host says. What becomes of it is in [RoomReplicas],
/// what becomes of this person's commands in [Outbox].
///
/// How a connection gets in is [HostEntrance]'s; from `welcome` on the log flows.
final class HearthDialect implements Dialect, HostEntrance.Listener {
    private final JoinRequest request;
    private final DialectContext context;
    private final ReplicaWriter writer;
    private final RoomReplicas rooms;
    private final Outbox outbox;
    private final HostQueries questions;
    private final TypingSignals typing;
    private final Presences presences;
    private final FurtherPages furtherPages;
    private final HostEntrance entrance;
    private boolean entered;

    /// Until it is known what the server is, a plain one is believed possible. Read by any thread.
    private volatile Capabilities capabilities = with(Limits.PLAIN_TEXT_BYTES.value());

    HearthDialect(JoinRequest request, DialectContext context, ReplicaWriter writer) {
        this.request = request;
        this.context = context;
        this.writer = writer;
        rooms = new RoomReplicas(context, writer, request.history(), this::standing);
        outbox = new Outbox(context, writer, new HostConfirmation(context), this::you, rooms);
        rooms.settleWith(outbox::arrived, outbox::arrived);
        questions = new HostQueries(context, writer);
        typing = new TypingSignals(context);
        presences = new Presences(context, writer);
        furtherPages = new FurtherPages(context, rooms, presences);
        entrance = new HostEntrance(request, context, writer, this);
    }

    @Override
    public DialectContext context() {
        return context;
    }

    @Override
    public String word() {
        return AllDialects.HEARTH;
    }

    private static Capabilities with(int textBytes) {
        return new Capabilities(true, true, true, true, textBytes, Confirmation.ID);
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    private Person you() {
        return rooms.you()
                .orElseGet(() -> new Person(new PersonId("me"), request.name(), Role.MEMBER));
    }

    /// Shows what is kept of the host that was here the last time.
    @Override
    public void start(Runnable ready) {
        entrance.start(ready);
    }

    @Override
    public void known() {
        capabilities = with(Limits.TEXT_BYTES.value());
    }

    @Override
    public void restore(Contents contents) {
        contents.you().ifPresent(rooms::setYou);
        rooms.restore(contents);
        contents.waiting().forEach(this::openFor);
        outbox.restore(contents.outbox());
    }

    /// Own messages are shown in a room that is open: among the others, whenever they come.
    private void openFor(Command command) {
        if (command instanceof PostMessage post) {
            rooms.open(post.in());
        }
    }

    @Override
    public void otherHost() {
        outbox.leaveHost(otherChat());
        rooms.leave();
        presences.clear();
    }

    @Override
    public void otherLog() {
        rooms.dropAll();
    }

    @Override
    public Map<RoomId, Held> have() {
        return rooms.have();
    }

    /// Whether it is known whose log this is.
    @Override
    public boolean knowsServer() {
        return entrance.knowsHost();
    }

    /// Servers that are no Hearth hosts have no such namespace, and say so. A Hearth host adds the
    /// word for its reason.
    @Override
    public void rejected(LinkEnd.Rejected how) {
        Optional<ErrorCode> code = ErrorCode.ofWire(how.code());
        if (code.isEmpty()) {
            context.notSpoken(true);
        } else if (code.get().retry() == ErrorCode.Retry.LATER) {
            context.giveUp(how.message());
        } else {
            context.refuse(code.get(), how.message());
        }
    }

    @Override
    public String namespace() {
        return Events.NAMESPACE;
    }

    @Override
    public Map<String, Object> auth() {
        return entrance.auth();
    }

    @Override
    public String query() {
        return "app=1";
    }

    @Override
    public void opened() {
        entrance.opened();
    }

    @Override
    public void closed() {
        entrance.closed();
        entered = false;
        outbox.cut();
        rooms.cut();
        questions.cut();
        typing.cut();
        furtherPages.cut();
    }

    @Override
    public void heard(String event, List<@Nullable Object> arguments) {
        if (!arguments.isEmpty() && arguments.getFirst() instanceof Map<?, ?> map) {
            heard(event, map);
        }
    }

    private void heard(String event, Map<?, ?> map) {
        switch (event) {
            case Events.HELLO -> Hello.read(map).ifPresent(entrance::hello);
            case Events.WELCOME -> Welcome.read(map).ifPresent(this::welcome);
            case Events.BYE -> bye(Deltas.byeReason(map));
            default -> {
                if (entered) {
                    heardWithin(event, map);
                }
            }
        }
    }

    private void heardWithin(String event, Map<?, ?> map) {
        switch (event) {
            case Events.CHAT_MESSAGE, Events.ENTRY -> entry(map);
            case Events.SKIPPED -> Deltas.Skipped.read(map).ifPresent(rooms::skipped);
            case Events.ROOMS -> rooms.changed(Deltas.Rooms.read(map));
            case Events.PRESENCE -> presences.changed(Deltas.readPresence(map));
            case Events.TYPING -> Deltas.Typing.read(map).ifPresent(presences::types);
            case Events.NAMED -> Deltas.readNamed(map).ifPresent(entrance::named);
            case Events.READ -> Deltas.Read.read(map).ifPresent(this::readBy);
            default -> {
                // A newer host may say more than this program knows.
            }
        }
    }

    private void readBy(Deltas.Read read) {
        rooms.readBy(read.person(), read.room(), read.seq());
        context.tell(new Event.ReadUpTo(read.room(), read.person(), read.seq()));
    }

    private void welcome(Welcome welcome) {
        if (entered || !entrance.isAsked()) {
            return;
        }
        entered = true;
        entrance.welcomed(welcome.token());
        capabilities = with(welcome.textBytes());
        writer.note(Replica.YOU, PersonCodec.map(welcome.you()));
        rooms.setYou(welcome.you());
        context.tell(new Event.Entered(welcome.you()));
        rooms.entered(welcome);
        presences.entered(welcome.people(), !welcome.more().people());
        furtherPages.entered(welcome);
        standing();
        questions.entered();
        typing.entered();
        outbox.open();
    }

    private void entry(Map<?, ?> map) {
        Optional<Entry> read = EntryCodec.read(map);
        if (read.isPresent()) {
            Entry entry = read.get();
            rooms.heard(entry, outbox.arrived(entry));
        } else {
            OptionalLong seq = Deltas.seqOfUnknown(map);
            Deltas.roomOfUnknown(map)
                    .filter(_ -> seq.orElse(0) > 0)
                    .ifPresent(room -> rooms.heardUnknown(room, seq.orElse(0)));
        }
    }

    private void standing() {
        if (entered) {
            context.become(
                    rooms.isBehind()
                            ? new ConnectionState.CatchingUp(capabilities)
                            : new ConnectionState.Online(capabilities));
        }
    }

    private void bye(String reason) {
        HostRefusal.ofBye(reason)
                .ifPresentOrElse(
                        why -> context.refuse(why.code(), why.sentence()), context::ending);
    }

    @Override
    public void post(PostMessage message, @Nullable CompletableFuture<Accepted> answer) {
        openFor(message);
        outbox.submit(message, answer);
    }

    @Override
    public void submit(Command command, CompletableFuture<Accepted> answer) {
        outbox.submit(command, answer);
    }

    @Override
    public void retry(EntryId id) {
        outbox.retry(id);
    }

    @Override
    public void discard(EntryId id) {
        outbox.discard(id);
    }

    @Override
    public void open(RoomId room) {
        rooms.open(room);
    }

    @Override
    public void older(RoomId room) {
        rooms.showOlder(room);
    }

    @Override
    public void history(HistoryRequest asked, CompletableFuture<HistoryPage> answer) {
        questions.history(asked, answer);
    }

    @Override
    public void search(SearchRequest asked, CompletableFuture<SearchAnswer> answer) {
        questions.search(asked, answer);
    }

    @Override
    public void typing(RoomId room) {
        typing.typing(room);
    }

    @Override
    public void read(RoomId room, long seq) {
        rooms.read(room, seq);
    }

    /// What waits on disk for the host that was here stays there, and is sent when it is back.
    @Override
    public List<Message> standAside() {
        if (entrance.knowsHost()) {
            otherHost();
            entrance.forgetHost();
            capabilities = with(Limits.PLAIN_TEXT_BYTES.value());
            writer.close(() -> {});
        }
        return outbox.surrender(HearthDialect::isOfEveryServer, Dialect.unsupported());
    }

    /// They were not meant for this host: their person decides.
    @Override
    public void adopt(List<Message> messages) {
        outbox.adopt(messages, Optional.of(otherChat()));
    }

    private static HearthException otherChat() {
        return new HearthException(ErrorCode.REFUSED, "Another chat answers at this address now.");
    }

    private static boolean isOfEveryServer(Command command) {
        return command instanceof PostMessage(var _, RoomId in, var _, var of, var _)
                && in.equals(RoomId.LOBBY)
                && of.isEmpty();
    }

    @Override
    public void leave(HearthException why) {
        outbox.close(why);
        questions.leave(why);
    }
}
