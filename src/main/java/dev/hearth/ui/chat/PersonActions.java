package dev.hearth.ui.chat;

import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.ui.kit.Popover;
import dev.hearth.ui.kit.Shown;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.people.PersonCard;
import dev.hearth.ui.people.PersonCard.Action;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// The card of a person, with what can be done in the room that is open. FX thread only.
final class PersonActions {
    private final SessionViewModel session;
    private final Popover popover;

    PersonActions(SessionViewModel session, Popover popover) {
        this.session = session;
        this.popover = popover;
    }

    void show(Person asked, Node beside) {
        Person person = session.people().latest(asked);
        if (!person.isKnown()) {
            return;
        }
        var card = new PersonCard(Shown.name(person), about(person), actions(person));
        popover.open(card, beside, card.first());
    }

    private String about(Person person) {
        String role = Texts.text("role." + person.role().name());
        if (person.role() == Role.PROGRAM) {
            return role;
        }
        boolean you = isYou(person);
        if (you || !session.people().areTold() || !session.knowsOthers()) {
            return you ? Texts.text("card.you", role) : role;
        }
        boolean here = session.people().isHere(person.id());
        return Texts.text(here ? "card.here" : "card.away", role);
    }

    private boolean isYou(Person person) {
        return person.id().equals(session.people().you().id());
    }

    private List<Action> actions(Person person) {
        List<Action> all = new ArrayList<>();
        PersonId id = person.id();
        if (isYou(person) || id.value().isEmpty()) {
            return all;
        }
        if (session.canWriteTo(id) && person.role() != Role.PROGRAM) {
            all.add(action("message", Feather.MESSAGE_CIRCLE, false, () -> session.openDirect(id)));
        }
        if (!session.hasRooms()) {
            return all;
        }
        RoomId room = session.room().id();
        RoomCommands commands = session.roomCommands();
        session.rights()
                .ifPresent(
                        rights -> {
                            if (rights.canInvite() && person.role() != Role.PROGRAM) {
                                all.add(
                                        action(
                                                "invite",
                                                Feather.USER_PLUS,
                                                false,
                                                () -> commands.invite(room, id)));
                            }
                            addRoles(all, rights, person);
                            addModeration(all, rights, person);
                        });
        return all;
    }

    private void addRoles(List<Action> all, RoomRights rights, Person person) {
        if (!rights.canGiveRolesTo(person)) {
            return;
        }
        boolean moderates = rights.isModerator(person);
        Role next = moderates ? Role.MEMBER : Role.MODERATOR;
        all.add(
                action(
                        moderates ? "demote" : "promote",
                        Feather.SHIELD,
                        false,
                        () ->
                                session.roomCommands()
                                        .giveRole(session.room().id(), person.id(), next)));
    }

    private void addModeration(List<Action> all, RoomRights rights, Person person) {
        if (!rights.canModerate(person)) {
            return;
        }
        RoomId room = session.room().id();
        PersonId id = person.id();
        RoomCommands commands = session.roomCommands();
        if (rights.standings().isMuted(id, session.context().clock().instant())) {
            all.add(action("unmute", Feather.MIC, true, () -> commands.unmute(room, id)));
        } else {
            all.add(action("mute", Feather.MIC_OFF, true, () -> commands.muteForAWhile(room, id)));
        }
        if (rights.standings().isBanned(id)) {
            all.add(action("unban", Feather.USER_CHECK, true, () -> commands.unban(room, id)));
            return;
        }
        Runnable kick = () -> commands.remove(room, id, Removal.KICK);
        Runnable ban = () -> commands.remove(room, id, Removal.BAN);
        all.add(action("kick", Feather.USER_MINUS, true, kick));
        all.add(action("ban", Feather.SLASH, true, ban));
    }

    /// What is done in the room that everyone is in is done in the chat.
    private String place() {
        boolean first = session.isFirst(session.room());
        return first ? Texts.text("card.chat") : session.room().name();
    }

    private Action action(String key, Feather icon, boolean hurts, Runnable run) {
        Runnable closing =
                () -> {
                    popover.close();
                    run.run();
                };
        String text = Texts.text("card." + key, place());
        return new Action("card-" + key, text, icon, hurts, closing);
    }
}
