package dev.hearth.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AvatarTest {
    @ParameterizedTest
    @CsvSource({
        "mira,M",
        "Jonas Weber,JW",
        "Ana de la Cruz,AC",
        "李伟,李",
        "😀 x,X",
        "Mira’s garden 🌱,MG",
        "(Ana) B,AB",
        "🔥 🔥,''",
        "'',''"
    })
    void showsTheFirstLettersOfTheFirstAndTheLastWord(String name, String letters) {
        assertThat(Avatar.initials(name)).isEqualTo(letters);
    }

    @Test
    void aNameKeepsItsColourWhateverItsCase() {
        assertThat(Avatar.colour("Mira")).isEqualTo(Avatar.colour(" mira"));
    }

    @Test
    void namesSpreadOverTheColours() {
        assertThat(
                        Stream.of(
                                        "Amina", "Ben", "Chloé", "Dan", "Eva", "Finn", "Gil", "Hao",
                                        "Ines", "Jonas", "Kim", "Lea", "Mira", "Nils", "Omar",
                                        "Pia")
                                .map(Avatar::colour)
                                .distinct())
                .hasSizeGreaterThan(5);
    }

    @Test
    void theWebPageHasTheSameColours() throws Exception {
        List<String> names =
                List.of("", "Mira", " mira ", "Jonas Weber", "李伟", "😀 x", "Ünal", "a", "Zoë-Q9");
        String page = Files.readString(Path.of("src/main/web/src/ui/colour.js"));
        int start = page.indexOf("const colour = ");
        String rule = page.substring(start, page.indexOf("// The end of colour."));
        String print = "console.log(process.argv.slice(1).map(colour).join(' '))";
        List<String> command = new ArrayList<>(List.of("node", "-e", rule + print, "--"));
        command.addAll(names);
        Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output.strip())
                .isEqualTo(
                        names.stream()
                                .map(name -> String.valueOf(Avatar.colour(name)))
                                .collect(Collectors.joining(" ")));
    }

    @Test
    void theWebPageHasTheColoursOfTheStyleSheet() throws Exception {
        Matcher colours =
                Pattern.compile("\\.avatar-\\d+ \\{ -fx-background-color: (#\\w{6});")
                        .matcher(Files.readString(Path.of("assets/dev/hearth/ui/hearth.css")));
        String list =
                colours.results()
                        .map(match -> "'" + match.group(1) + "'")
                        .collect(Collectors.joining(", ", "const COLOURS = [", "];"));
        assertThat(Files.readString(Path.of("src/main/web/src/ui/colour.js"))).contains(list);
    }
}
