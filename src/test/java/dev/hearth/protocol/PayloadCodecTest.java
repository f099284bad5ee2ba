package dev.hearth.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.EntryId;
import dev.hearth.model.FileId;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Closed;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Payload.Forgotten;
import dev.hearth.model.Payload.Invited;
import dev.hearth.model.Payload.Joined;
import dev.hearth.model.Payload.Left;
import dev.hearth.model.Payload.Muted;
import dev.hearth.model.Payload.Opened;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Reacted;
import dev.hearth.model.Payload.Removed;
import dev.hearth.model.Payload.Renamed;
import dev.hearth.model.Payload.RoleGiven;
import dev.hearth.model.Payload.TopicSet;
import dev.hearth.model.Payload.Unbanned;
import dev.hearth.model.Payload.Unmuted;
import dev.hearth.model.PersonId;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomKind;
import dev.hearth.testkit.SealedTypes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PayloadCodecTest {
    private static final EntryId OF = new EntryId("of");
    private static final PersonId ANN = new PersonId("ann");

    static Stream<Payload> payloads() {
        return Stream.of(
                new Posted("text"),
                new Posted("text", Optional.of(OF), List.of(new FileId("a"), new FileId("b"))),
                new Edited(OF, "text"),
                new Deleted(OF),
                new Erased(Optional.empty()),
                new Erased(Optional.of(OF)),
                new Reacted(OF, "👍", true),
                new Reacted(OF, "👍", false),
                new Opened("name", "topic", RoomKind.PRIVATE, Optional.empty()),
                new Opened("", "", RoomKind.DIRECT, Optional.of(ANN)),
                new TopicSet("topic"),
                new Renamed("name"),
                new Invited(ANN),
                new Joined(),
                new Left(),
                new Removed(ANN, Removal.KICK),
                new Removed(ANN, Removal.BAN),
                new Unbanned(ANN),
                new Muted(ANN, Optional.empty()),
                new Muted(ANN, Optional.of(Instant.ofEpochMilli(1_234))),
                new Unmuted(ANN),
                new RoleGiven(ANN, Role.MODERATOR),
                new Closed(),
                new Forgotten(ANN));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void readsWhatItWrote(Payload payload) {
        assertThat(PayloadCodec.read(payload.kind(), PayloadCodec.fields(payload)))
                .contains(payload);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void anEntrysOwnFieldsAreFree(Payload payload) {
        assertThat(PayloadCodec.fields(payload))
                .doesNotContainKeys("seq", "room", "id", "from", "at", "kind");
    }

    @Test
    void everyKindIsTried() {
        assertThat(payloads().map(Object::getClass).collect(Collectors.toSet()))
                .hasSameElementsAs(SealedTypes.records(Payload.class));
    }

    @Test
    void whatMakesNoSenseIsNoPayload() {
        assertThat(PayloadCodec.read("unheard of", Map.of("person", "ann"))).isEmpty();
        assertThat(PayloadCodec.read("posted", Map.of("text", 5))).isEmpty();
        assertThat(PayloadCodec.read("edited", Map.of("text", "x"))).isEmpty();
        assertThat(PayloadCodec.read("removed", Map.of("person", "ann", "by", "magic"))).isEmpty();
        assertThat(PayloadCodec.read("role", Map.of("person", "ann", "role", "king"))).isEmpty();
    }
}
