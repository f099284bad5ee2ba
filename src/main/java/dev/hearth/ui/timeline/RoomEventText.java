package dev.hearth.ui.timeline;

import dev.hearth.model.Entry;
import dev.hearth.model.Payload;
import dev.hearth.model.PersonId;
import dev.hearth.model.Removal;
import dev.hearth.ui.kit.Directory;
import dev.hearth.ui.kit.Shown;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Times;

/// What happened to a room, in a sentence.
final class RoomEventText {
    private final Directory people;
    private final Times times;

    RoomEventText(Directory people, Times times) {
        this.people = people;
        this.times = times;
    }

    /// Whether it has a line of its own in the timeline.
    static boolean areTold(Payload payload) {
        return switch (payload) {
            case Payload.Posted posted -> false;
            case Payload.Edited edited -> false;
            case Payload.Deleted deleted -> false;
            case Payload.Erased erased -> false;
            case Payload.Reacted reacted -> false;
            case Payload.Opened opened -> true;
            case Payload.TopicSet topic -> true;
            case Payload.Renamed renamed -> true;
            case Payload.Invited invited -> true;
            case Payload.Joined joined -> true;
            case Payload.Left left -> true;
            case Payload.Removed removed -> true;
            case Payload.Unbanned unbanned -> true;
            case Payload.Muted muted -> true;
            case Payload.Unmuted unmuted -> true;
            case Payload.RoleGiven role -> true;
            case Payload.Closed closed -> true;
            case Payload.Forgotten forgotten -> true;
        };
    }

    /// The sentence; empty for what [#areTold] not.
    String words(Entry entry) {
        String who = known(people.name(entry.from()));
        return switch (entry.payload()) {
            case Payload.Opened opened -> Texts.text("note.opened", who);
            case Payload.TopicSet(String topic) ->
                    topic.isEmpty()
                            ? Texts.text("note.topicGone", who)
                            : Texts.text("note.topic", who, Shown.line(topic));
            case Payload.Renamed(String name) -> Texts.text("note.renamed", who, Shown.line(name));
            case Payload.Invited(PersonId person) -> about("note.invited", who, person);
            case Payload.Joined joined -> Texts.text("note.joined", who);
            case Payload.Left left -> Texts.text("note.left", who);
            case Payload.Removed(PersonId person, Removal by) ->
                    about(by == Removal.BAN ? "note.banned" : "note.removed", who, person);
            case Payload.Unbanned(PersonId person) -> about("note.unbanned", who, person);
            case Payload.Muted(PersonId person, var until) ->
                    until.map(
                                    end ->
                                            Texts.text(
                                                    "note.mutedUntil",
                                                    who,
                                                    name(person),
                                                    times.dayAndTime(end)))
                            .orElseGet(() -> about("note.muted", who, person));
            case Payload.Unmuted(PersonId person) -> about("note.unmuted", who, person);
            case Payload.RoleGiven(PersonId person, var role) ->
                    about("note.role." + role.name(), who, person);
            case Payload.Closed closed -> Texts.text("note.closed", who);
            case Payload.Forgotten(PersonId person) -> about("note.forgotten", who, person);
            case Payload.Posted posted -> "";
            case Payload.Edited edited -> "";
            case Payload.Deleted deleted -> "";
            case Payload.Erased erased -> "";
            case Payload.Reacted reacted -> "";
        };
    }

    private String about(String key, String who, PersonId person) {
        return Texts.text(key, who, name(person));
    }

    private String name(PersonId person) {
        return known(people.name(person).orElse(""));
    }

    private static String known(String name) {
        return name.isEmpty() ? Texts.text("message.someone") : name;
    }
}
