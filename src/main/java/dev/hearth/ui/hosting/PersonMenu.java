package dev.hearth.ui.hosting;

import dev.hearth.model.Attendance.Attendee;
import dev.hearth.model.PersonId;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Shown;
import dev.hearth.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/// What the host can do about a person in the chat. What takes something away that cannot be given
/// back at once is asked before.
final class PersonMenu {
    private final HostTools tools;
    private final Runnable back;

    /// @param back leads back from a question
    PersonMenu(HostTools tools, Runnable back) {
        this.tools = tools;
        this.back = back;
    }

    boolean isYou(Attendee someone) {
        return someone.person().id().equals(tools.you().get());
    }

    /// An owner is above everybody but owners.
    boolean isOffered(Attendee someone) {
        return !isYou(someone) && someone.person().role() != Role.OWNER;
    }

    List<MenuItem> items(Attendee someone) {
        PersonId id = someone.person().id();
        Moderation does = tools.moderation();
        Role role = someone.person().role();
        List<MenuItem> all = new ArrayList<>();
        all.add(
                role == Role.MODERATOR
                        ? item(
                                "demote",
                                Feather.SHIELD,
                                () -> does.giveRole(RoomId.LOBBY, id, Role.MEMBER))
                        : item(
                                "promote",
                                Feather.SHIELD,
                                () -> does.giveRole(RoomId.LOBBY, id, Role.MODERATOR)));
        all.add(
                someone.muted()
                        ? item("unmute", Feather.MIC, () -> does.unmute(RoomId.LOBBY, id))
                        : item(
                                "mute",
                                Feather.MIC_OFF,
                                () -> does.muteForAWhile(RoomId.LOBBY, id)));
        all.add(new SeparatorMenuItem());
        addEnds(all, someone);
        return all;
    }

    private void addEnds(List<MenuItem> all, Attendee someone) {
        PersonId id = someone.person().id();
        Moderation does = tools.moderation();
        if (someone.here()) {
            all.add(
                    asked(
                            "kick",
                            Feather.USER_MINUS,
                            someone,
                            () -> does.remove(RoomId.LOBBY, id, Removal.KICK)));
        }
        all.add(
                someone.banned()
                        ? item("unban", Feather.USER_CHECK, () -> does.unban(RoomId.LOBBY, id))
                        : asked(
                                "ban",
                                Feather.SLASH,
                                someone,
                                () -> does.remove(RoomId.LOBBY, id, Removal.BAN)));
        // Guests are forgotten by themselves when they have gone.
        if (someone.person().role() != Role.GUEST) {
            all.add(asked("forget", Feather.USER_X, someone, () -> does.forget(id)));
        }
    }

    private static MenuItem item(String what, Feather icon, Runnable run) {
        var item = new MenuItem(Texts.text("hosting.do." + what), Icons.small(icon));
        item.setId("host-" + what);
        item.setOnAction(event -> run.run());
        return item;
    }

    private MenuItem asked(String what, Feather icon, Attendee someone, Runnable run) {
        return item(
                what,
                icon,
                () ->
                        tools.sheets()
                                .ask(
                                        Texts.text(
                                                "hosting.ask." + what,
                                                Shown.name(someone.person())),
                                        Texts.text("hosting.ask." + what + ".about"),
                                        Texts.text("hosting.ask." + what + ".yes"),
                                        run,
                                        back));
    }
}
