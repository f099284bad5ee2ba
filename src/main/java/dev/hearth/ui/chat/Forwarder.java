package dev.hearth.ui.chat;

import dev.hearth.model.Capabilities;
import dev.hearth.model.Command;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Limits;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import dev.hearth.ui.kit.Picker;
import dev.hearth.ui.kit.Picker.Choice;
import dev.hearth.ui.kit.Sheets;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Toasts;
import dev.hearth.ui.rooms.RoomFace;
import dev.hearth.ui.rooms.RoomItem;
import dev.hearth.ui.timeline.Forwarding;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Sends messages on as quotes, to a room that the person picks. FX thread only.
final class Forwarder implements Forwarding {
    private final SessionViewModel session;
    private final Sheets sheets;
    private final Toasts toasts;
    private final Consumer<RoomId> show;

    /// @param show leads to a room, and there to its end
    Forwarder(SessionViewModel session, Sheets sheets, Toasts toasts, Consumer<RoomId> show) {
        this.session = session;
        this.sheets = sheets;
        this.toasts = toasts;
        this.show = show;
    }

    @Override
    public boolean isOffered() {
        return session.hasRooms();
    }

    @Override
    public void forward(List<Message> messages, Runnable done) {
        List<String> quotes = messages.stream().map(this::quote).toList();
        List<Integer> excess =
                quotes.stream()
                        .map(quote -> ForwardedText.excess(quote, limit()))
                        .filter(bytes -> bytes > 0)
                        .toList();
        if (!excess.isEmpty()) {
            toasts.show(
                    messages.size() == 1
                            ? Texts.text("forward.tooLong", excess.getFirst())
                            : Texts.text("forward.tooLong.some", excess.size()));
            return;
        }
        List<Choice> rooms =
                session.rooms().items().stream()
                        .filter(room -> room.isIn() && !isMutedIn(room))
                        .map(room -> choice(room, quotes, done))
                        .toList();
        String title = Texts.text("forward.title", messages.size());
        new Picker(sheets, title, Texts.text("forward.prompt"), rooms).open();
    }

    /// As far as is known: of a room that was not opened the host says so.
    private boolean isMutedIn(RoomItem room) {
        Instant now = session.context().clock().instant();
        return session.models().opened().stream()
                .filter(model -> model.id().equals(room.id()))
                .anyMatch(model -> model.standings().isMuted(session.people().you().id(), now));
    }

    private int limit() {
        return session.capabilitiesProperty()
                .get()
                .map(Capabilities::maxTextBytes)
                .orElse(Limits.TEXT_BYTES.value());
    }

    private String quote(Message message) {
        return ForwardedText.quote(session.people().nameOrWord(message), message.text());
    }

    private Choice choice(RoomItem room, List<String> quotes, Runnable done) {
        return new Choice(
                room.title(), "", () -> RoomFace.small(room), () -> send(room, quotes, done));
    }

    private void send(RoomItem room, List<String> quotes, Runnable done) {
        for (String text : ForwardedText.packed(quotes, limit())) {
            session.commands().submit(id -> new Command.PostMessage(id, room.id(), text));
        }
        done.run();
        boolean online = session.connectionProperty().get() instanceof ConnectionState.Online;
        toasts.show(
                Texts.text(online ? "forward.done" : "forward.later", room.name()),
                Texts.text("forward.show"),
                () -> show.accept(room.id()));
    }
}
