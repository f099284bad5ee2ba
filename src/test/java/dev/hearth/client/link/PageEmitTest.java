package dev.hearth.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.MessageArguments;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PageEmitTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = '→',
            value = {
                "socket.emit('chat message', input.value); → TEXT",
                "socket.emit(\"chat message\",t.value) → TEXT",
                "socket . emit ( `chat message` , `${a}, ${b}` ) → TEXT",
                "socket.emit('chat message', \"a, 'b'), c\") → TEXT",
                "socket.emit('chat message', f(a, b)[c, d]) → TEXT",
                "socket.emit('chat message', { text, room }) → TEXT",
                "socket.emit('chat message', msg, (answer) => show(answer, 1)) → CALLBACK",
                "socket.emit('chat message', msg, answer => { a(1, 2); b(); }) → CALLBACK",
                "socket.emit('chat message', msg, function (err) { x(err, 1) }) → CALLBACK",
                "socket.emit('chat message', msg, async () => {}) → CALLBACK",
                "socket.emit('chat message', msg, callback) → CALLBACK",
                "socket.emit('chat message', msg, onSent) → CALLBACK",
                "await socket.emitWithAck('chat message', msg) → CALLBACK",
                "io({ retries: 3 }); s.emit('chat message', msg) → CALLBACK",
                "socket.emit('chat message', msg, clientOffset, () => {}) → OFFSET",
                "e.emit(\"chat message\",t,n,()=>{r()}) → OFFSET",
                "s.emit('chat message', msg, crypto.randomUUID(), ack) → OFFSET",
                "io({ retries: 3 }); s.emit('chat message', msg, x) → OFFSET",
                "s.emit('chat message', msg, clientOffset) → OFFSET",
                "s.emit('chat message', msg, username) → NAME",
                "s.emit('chat message', msg, state.nickName) → NAME",
                // Nothing that can be known from outside: better less than something wrong
                "s.emit('chat message', msg, username, () => {}) → TEXT",
                "s.emit('chat message', msg, currentRoom) → TEXT",
                "s.emit('chat message', msg, roomId, () => {}) → TEXT",
                "s.emit('chat message', msg, x) → TEXT",
                "s.emit('chat message', msg, username, room) → TEXT",
                // The first that is no comment
                "|// s.emit('chat message', msg)\ns.emit('chat message', msg, ack)| → CALLBACK",
                "|/* s.emit('chat message', msg) */\ns.emit('chat message', msg, ack)| → CALLBACK",
                "go('http://x'); s.emit('chat message', msg) → TEXT",
            })
    void readsWhatAMessageConsistsOf(String code, MessageArguments expected) {
        assertThat(PageEmit.in(code)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "socket.on('chat message', (msg) => show(msg))",
                "socket.emit('new message', text)",
                "socket.emit('chat message')",
                "socket.emit('chat message', ...args)",
                "socket.emit('chat message', 'never closed",
                "socket.emit('chat message', (((",
                "socket.emit(EVENT, text)",
                "demit('chat message', text)",
            })
    void saysNothingWhereThereIsNothing(String code) {
        assertThat(PageEmit.in(code)).isEmpty();
    }

    /// A page may be as hostile as it wants.
    @Test
    void takesTimeInProportion() {
        for (String piece :
                new String[] {
                    "emit(",
                    "emit('chat message',",
                    "emit('chat message',(",
                    "emit          ",
                    "((((",
                    "retries:  ",
                    "x=>",
                    "`"
                }) {
            long start = System.nanoTime();
            Optional<MessageArguments> found =
                    PageEmit.in(piece.repeat(2_000_000 / piece.length()));
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(piece)
                    .isLessThan(Duration.ofSeconds(3));
            assertThat(found).as(piece).isEmpty();
        }
    }
}
