package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedTextTest {
    private static String read(String text) throws IOException {
        return TypedText.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two\nlines",
                "two\nlines\n",
                "two\r\nlines",
                "two\r\nlines\r\n",
                "two\rlines\r",
                "\uFEFFtwo\r\nlines\r\n"
            })
    void linesAreTheSameFromEverySystem(String text) throws IOException {
        assertThat(read(text)).isEqualTo("two\nlines");
    }

    @Test
    void onlyTheLastLineBreakAndTheFirstMarkAreDropped() throws IOException {
        assertThat(read("\n a\uFEFFb\n\n")).isEqualTo("\n a\uFEFFb\n");
        assertThat(read("")).isEmpty();
        assertThat(read("\uFEFF")).isEmpty();
    }

    @Test
    void anEndlessTextIsReadOnlySoFarThatItIsTooLong() throws IOException {
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 'y';
                    }
                };
        assertThat(TypedText.read(endless, 100)).hasSizeBetween(101, 200);
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        // Latin 1, a surrogate on its own, UTF-16 as PowerShell writes it, half a letter.
        for (byte[] bytes :
                new byte[][] {
                    {'Z', 'o', (byte) 0xEB},
                    {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                    {(byte) 0xFF, (byte) 0xFE, 'a', 0},
                    {'a', (byte) 0xC3}
                }) {
            assertThatThrownBy(() -> TypedText.read(new ByteArrayInputStream(bytes), 100))
                    .isInstanceOf(CharacterCodingException.class);
        }
    }
}
