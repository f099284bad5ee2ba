package dev.hearth.ui.chat;

import dev.hearth.model.Person;
import dev.hearth.model.Presence;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.ui.kit.Avatar;
import dev.hearth.ui.kit.Picker;
import dev.hearth.ui.kit.Picker.Choice;
import dev.hearth.ui.kit.Sheets;
import dev.hearth.ui.kit.Shown;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.rooms.RoomFace;
import dev.hearth.ui.rooms.RoomForm;
import dev.hearth.ui.rooms.RoomFormViewModel;
import dev.hearth.ui.rooms.RoomItem;
import java.util.List;
import java.util.stream.Stream;

/// What lies over the window to make, change, leave and find rooms. FX thread only.
final class RoomDialogs {
    private static final double FACE = 28;

    private final SessionViewModel model;
    private final Sheets sheets;

    RoomDialogs(SessionViewModel model, Sheets sheets) {
        this.model = model;
        this.sheets = sheets;
    }

    void openRoom() {
        if (model.canOpenRooms()) {
            var form = new RoomFormViewModel("", "", true);
            new RoomForm(sheets, form, model.roomCommands()::open).openForNew();
        }
    }

    /// Name and topic of the room that is open.
    void change() {
        RoomItem room = model.openItem();
        boolean named = model.rights().filter(RoomRights::canRename).isPresent();
        String topic = room.head().topic();
        var form = new RoomFormViewModel(room.title(), topic, named);
        new RoomForm(sheets, form, wish -> change(room, named, wish)).openForChange();
    }

    private void change(RoomItem room, boolean named, RoomFormViewModel.Wish wish) {
        if (named && !wish.name().equals(room.title())) {
            model.roomCommands().rename(room.id(), wish.name());
        }
        if (!wish.topic().equals(room.head().topic())) {
            model.roomCommands().setTopic(room.id(), wish.topic());
        }
    }

    void invite() {
        RoomId room = model.room().id();
        List<Choice> people =
                model.others().stream()
                        .map(
                                presence ->
                                        person(
                                                presence,
                                                () ->
                                                        model.roomCommands()
                                                                .invite(
                                                                        room,
                                                                        presence.person().id())))
                        .toList();
        String title = Texts.text("room.invite.title", model.room().name());
        new Picker(sheets, title, Texts.text("picker.people"), people).open();
    }

    void leave() {
        RoomItem room = model.openItem();
        // Only into a room that all may see the way back is open.
        boolean comesBack = room.head().kind() == RoomKind.PUBLIC;
        ask(
                "room.leave",
                comesBack ? "room.leave.public" : "room.leave.about",
                room,
                () -> model.roomCommands().leave(room.id()));
    }

    void close() {
        RoomItem room = model.openItem();
        ask("room.close", "room.close.about", room, () -> model.roomCommands().close(room.id()));
    }

    private void ask(String key, String aboutKey, RoomItem room, Runnable yes) {
        sheets.ask(
                Texts.text(key + ".title", room.name()),
                Texts.text(aboutKey),
                Texts.text(key + ".yes"),
                yes);
    }

    /// Finds a room or a person by a few letters.
    void goTo() {
        Stream<Choice> rooms = model.rooms().items().stream().map(this::room);
        Stream<Choice> people =
                model.canOpenRooms()
                        ? model.others().stream()
                                .filter(each -> hasNoConversation(each.person()))
                                .map(
                                        each ->
                                                person(
                                                        each,
                                                        () -> model.openDirect(each.person().id())))
                        : Stream.empty();
        new Picker(
                        sheets,
                        Texts.text("goTo.title"),
                        Texts.text("goTo.prompt"),
                        Stream.concat(rooms, people).toList())
                .open();
    }

    private boolean hasNoConversation(Person person) {
        return person.isKnown() && model.rooms().directWith(person.id()).isEmpty();
    }

    private Choice room(RoomItem item) {
        String unread = item.unread() == 0 ? "" : Texts.text("goTo.unread", item.unread());
        return new Choice(
                item.title(), unread, () -> RoomFace.small(item), () -> model.open(item.id()));
    }

    private Choice person(Presence presence, Runnable use) {
        String name = Shown.name(presence.person());
        boolean away = model.people().areTold() && !presence.online();
        return new Choice(
                name, away ? Texts.text("goTo.away") : "", () -> new Avatar(FACE, name), use);
    }
}
