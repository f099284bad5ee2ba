package dev.hearth.ui.fakes;

import dev.hearth.model.Delivery;
import dev.hearth.model.ErrorCode;
import java.time.Duration;
import java.time.Instant;

/// A chat in which a lot goes on, for pictures and for a look by hand.
public final class SampleChat {
    private SampleChat() {}

    public static void fill(FakeChat chat) {
        Instant yesterday = FakeWorld.NOW.minus(Duration.ofHours(25));
        chat.hear("Jonas Weber", yesterday, "Is the kitchen table still free on Saturday?");
        chat.own(yesterday.plusSeconds(45), "Yes, all yours.", Delivery.DELIVERED);
        Instant today = FakeWorld.NOW.minus(Duration.ofMinutes(32));
        chat.hear("Amina", today, "Morning! I put the notes from the workshop here:");
        chat.hear(
                "Amina",
                today.plusSeconds(20),
                "https://notes.example.org/workshop/2026-11 (the photos follow)");
        chat.hear(
                "Jonas Weber",
                today.plusSeconds(200),
                "Thanks. I read them on the train: the part about small rooms is the one I would"
                        + " keep. If everybody can open a chat on their own computer, nobody has to"
                        + " ask for an account, and when the evening is over it is simply gone.");
        chat.own(today.plusSeconds(320), "Exactly that.", Delivery.DELIVERED);
        chat.own(
                today.plusSeconds(340),
                "And it works with the plain page too, I tried it on my phone.",
                Delivery.DELIVERED);
        chat.hear(
                "Li Wei",
                today.plusSeconds(700),
                "for (const room of rooms) {\n    socket.join(room);\n    console.log(room);\n}");
        chat.hear("Li Wei", today.plusSeconds(730), "That is all it takes.");
        chat.hear("Omar", today.plusSeconds(1_100), "مرحبا بالجميع، هل يمكنني الانضمام؟");
        chat.hear("Amina", today.plusSeconds(1_160), "Of course 😀 welcome!");
        chat.own(today.plusSeconds(1_500), "The address is on the card.", Delivery.DELIVERED);
        chat.own(today.plusSeconds(1_640), "Who brings the long cable?", Delivery.NOT_CONFIRMED);
        chat.own(
                today.plusSeconds(1_700),
                "I have one at home.",
                new Delivery.Failed(ErrorCode.RATE, "Too many messages at once."));
        chat.own(today.plusSeconds(1_900), "On my way.", Delivery.SENDING);
    }
}
