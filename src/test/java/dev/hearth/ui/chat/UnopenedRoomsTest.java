package dev.hearth.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeTimers;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.kit.Drafts;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.rooms.RoomItem;
import dev.hearth.ui.timeline.Item;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A chat with many rooms, of which few are opened.
final class UnopenedRoomsTest {
    private static final int ROOMS = 200;

    private final FakeWorld world = new FakeWorld();
    private final FakeTimers time = new FakeTimers();
    private final Queue<Runnable> fx = new ArrayDeque<>();
    private final SessionViewModel model =
            new SessionViewModel(
                    world,
                    new JoinRequest(URI.create("http://h:1"), "Mira"),
                    new FxContext(fx::add, time, time));
    private final FakeChat chat = world.chat();
    private final List<RoomId> rooms = new ArrayList<>();

    @BeforeEach
    void fill() {
        chat.enter("Amina");
        for (int i = 0; i < ROOMS; i++) {
            rooms.add(chat.rooms().add("room " + i, RoomKind.PUBLIC));
        }
        runFx();
    }

    private void runFx() {
        for (Runnable next = fx.poll(); next != null; next = fx.poll()) {
            next.run();
        }
    }

    private static Message own(String id, RoomId room, Delivery delivery) {
        return new Message(
                new EntryId(id),
                room,
                OptionalLong.empty(),
                FakeChat.person("Mira"),
                FakeWorld.NOW,
                "on its way",
                true,
                delivery);
    }

    @Test
    void aRoomThatNobodyOpenedHasNoModel() {
        for (RoomId room : rooms) {
            chat.rooms().said(room, "Amina", FakeWorld.NOW, "hello");
            chat.tell(new Event.Typing(room, FakeChat.person("Amina")));
            chat.tell(new Event.ReadUpTo(room, FakeChat.person("Amina").id(), 1));
            chat.tell(new Event.OlderMessages(room, List.of(), false));
            chat.tell(new Event.RoomReset(room));
        }
        runFx();
        assertThat(model.models().opened()).containsExactly(model.room());
        assertThat(time.waiting()).isZero();
    }

    @Test
    void whatWaitsInARoomIsThereWhenItOpens() {
        RoomId room = rooms.getFirst();
        chat.tell(new Event.MessageAdded(own("w1", room, Delivery.SENDING)));
        chat.tell(new Event.MessageAdded(own("w2", room, Delivery.SENDING)));
        chat.tell(new Event.MessageAdded(own("w3", room, Delivery.SENDING)));
        chat.tell(new Event.MessageRemoved(new EntryId("w2")));
        chat.tell(new Event.MessageChanged(own("w3", room, Delivery.NOT_CONFIRMED)));
        runFx();
        assertThat(model.models().opened()).hasSize(1);
        model.open(room);
        assertThat(model.room().timeline().items())
                .map(item -> ((Item.Said) item).message())
                .containsExactly(
                        own("w1", room, Delivery.SENDING), own("w3", room, Delivery.NOT_CONFIRMED));
    }

    @Test
    void aResetLeavesWhatIsOnItsWayIntoARoom() {
        RoomId room = rooms.getFirst();
        chat.tell(new Event.MessageAdded(own("w1", room, Delivery.DELIVERED)));
        chat.tell(new Event.MessageAdded(own("w2", room, Delivery.SENDING)));
        chat.tell(new Event.RoomReset(room));
        runFx();
        model.open(room);
        assertThat(model.room().timeline().items())
                .map(Item::id)
                .containsExactly(new EntryId("w2"));
    }

    @Test
    void aBatchTouchesTheRoomsThatItIsAbout() {
        var commands = new ChatCommands(() -> chat, model.context());
        var connection = new ConnectionModel(model.context());
        var all =
                new RoomModels(
                        id ->
                                new RoomViewModel(
                                        id,
                                        commands,
                                        model.deletions(),
                                        model.people(),
                                        model.rooms(),
                                        connection,
                                        model.context(),
                                        Drafts.NONE));
        RoomViewModel first = all.open(rooms.get(0));
        RoomViewModel second = all.open(rooms.get(1));
        all.open(rooms.get(2));
        assertThat(all.takeTouched()).hasSize(3);
        all.added(own("w1", rooms.get(0), Delivery.SENDING));
        all.readBy(rooms.get(1), FakeChat.person("Amina").id(), 1);
        all.readBy(rooms.get(3), FakeChat.person("Amina").id(), 1);
        assertThat(all.takeTouched()).containsExactly(first, second);
        all.removed(new EntryId("w1"));
        assertThat(all.takeTouched()).as("a message that waits is no item yet").contains(first);
        assertThat(all.takeTouched()).isEmpty();
    }

    @Test
    void aMessageInARoomIsOneChangeOfOneLine() {
        var list = new ArrayList<String>();
        var lines = new ArrayList<String>();
        count(model.rooms().items(), list);
        var sidebar = new SidebarViewModel(model);
        sidebar.attach(new Subscriptions());
        count(sidebar.items(), lines);
        chat.rooms().said(rooms.get(50), "Amina", FakeWorld.NOW, "hello");
        runFx();
        assertThat(list).containsExactly("1 for 1");
        assertThat(lines).containsExactly("1 for 1");
        chat.rooms().add("one more", RoomKind.PUBLIC);
        runFx();
        assertThat(list).containsExactly("1 for 1", "1 for 0");
        assertThat(lines).containsExactly("1 for 1", "1 for 0");
    }

    private static <T> void count(ObservableList<T> list, List<String> into) {
        list.addListener(
                (ListChangeListener<T>)
                        change -> {
                            while (change.next()) {
                                into.add(change.getAddedSize() + " for " + change.getRemovedSize());
                            }
                        });
    }

    @Test
    void anEditIsNoDraft() {
        RoomId room = rooms.getFirst();
        Message mine = chat.said("Mira", FakeWorld.NOW, "mine");
        runFx();
        model.room().composer().textProperty().set("half of a thought");
        model.room().composer().edit(mine);
        model.open(room);
        RoomItem lobby = model.rooms().item(RoomId.LOBBY).orElseThrow();
        assertThat(lobby.isBegun()).isTrue();
        assertThat(lobby.line()).isEqualTo("half of a thought");
    }
}
