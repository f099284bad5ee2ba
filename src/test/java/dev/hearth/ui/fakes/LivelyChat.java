package dev.hearth.ui.fakes;

import static dev.hearth.ui.fakes.FakeChat.answering;

import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.Message.Details;
import dev.hearth.model.Payload;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A chat on a Hearth host in which people answer, react, edit and delete, for pictures.
public final class LivelyChat {
    private LivelyChat() {}

    /// @param me the name of whoever looks on
    public static void fill(FakeChat chat, String me) {
        Instant start = FakeWorld.NOW.minusSeconds(3_000);
        chat.enter("Amina", "Jonas Weber", "Li Wei");
        chat.happen(me, start, new Payload.TopicSet("Saturday at the workshop"));
        Message question = chat.said("Omar", start.plusSeconds(30), "Who opens the door?");
        chat.said(
                "Amina",
                start.plusSeconds(400),
                "I do, at nine. The key is with me until Sunday.",
                answering(question));
        Message cable = chat.said(me, start.plusSeconds(900), "Does anybody have the long cable?");
        chat.become(
                cable,
                "Does anybody have the long network cable?",
                new Details(
                        Optional.empty(),
                        List.of(),
                        Optional.of(start.plusSeconds(930)),
                        false,
                        reactions(Map.of("👀", Set.of("Omar")))));
        chat.happen("Amina", start.plusSeconds(950), role("Jonas Weber"));
        Message slip = chat.said("Jonas Weber", start.plusSeconds(1_000), "wrong window");
        chat.become(slip, "", FakeChat.deleted());
        Message here =
                chat.said(
                        "Jonas Weber",
                        start.plusSeconds(1_060),
                        "Ten metres of it, in the shelf beside the window.",
                        answering(cable));
        chat.become(
                here,
                here.text(),
                new Details(
                        Optional.of(cable.id()),
                        List.of(),
                        Optional.empty(),
                        false,
                        FakeChat.reacted("👍 Amina Omar " + me, "❤️ Omar", "😄 Amina")
                                .reactions()));
        chat.said(
                me,
                start.plusSeconds(2_400),
                "Perfect, thank you. Then we have everything.",
                answering(here));
    }

    private static Map<String, Set<PersonId>> reactions(Map<String, Set<String>> names) {
        var all = new java.util.LinkedHashMap<String, Set<PersonId>>();
        names.forEach(
                (emoji, people) ->
                        all.put(
                                emoji,
                                Set.copyOf(
                                        people.stream()
                                                .map(name -> FakeChat.person(name).id())
                                                .toList())));
        return all;
    }

    private static Payload role(String name) {
        return new Payload.RoleGiven(FakeChat.person(name).id(), Role.MODERATOR);
    }

    /// Others have read all of it, and one of them writes.
    public static void goOn(FakeChat chat, long seq) {
        chat.tell(new Event.ReadUpTo(RoomId.LOBBY, FakeChat.person("Amina").id(), seq));
        chat.tell(new Event.ReadUpTo(RoomId.LOBBY, FakeChat.person("Jonas Weber").id(), seq));
        chat.tell(new Event.Typing(RoomId.LOBBY, FakeChat.person("Jonas Weber")));
    }
}
