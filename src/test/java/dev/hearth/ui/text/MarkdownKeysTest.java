package dev.hearth.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.ui.text.MarkdownKeys.Edit;
import dev.hearth.ui.text.MarkdownKeys.Sign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Ctrl+B and its like do; `<` and `>` are the ends of the selection.
final class MarkdownKeysTest {
    private static String toggled(String marked, Sign sign) {
        int start = marked.indexOf('<');
        int end = marked.indexOf('>') - 1;
        Edit edit = new Edit(marked.replace("<", "").replace(">", ""), start, end);
        Edit after = MarkdownKeys.toggle(edit, sign);
        var told = new StringBuilder(after.text());
        return told.insert(after.end(), '>').insert(after.start(), '<').toString();
    }

    @ParameterizedTest
    @CsvSource({
        "a <b> c, BOLD, a **<b>** c",
        "a **<b>** c, BOLD, a <b> c",
        "a < b > c, ITALIC, a  *<b>*  c",
        "**<b>**, ITALIC, ***<b>***",
        "***<b>***, ITALIC, **<b>**",
        "***<b>***, BOLD, *<b>*",
        "a<>b, CODE, a`<>`b",
        "a`<>`b, CODE, a<>b",
        "~~<x>~~, STRUCK, <x>",
    })
    void signsComeAndGo(String before, Sign sign, String after) {
        assertThat(toggled(before, sign)).isEqualTo(after);
    }

    @Test
    void codeOfSeveralLinesIsFenced() {
        assertThat(toggled("x <a\nb> y", Sign.CODE)).isEqualTo("x \n```\n<a\nb>\n```\n y");
    }
}
