package dev.hearth.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.settings.NoticeSettings.Level;
import dev.hearth.settings.RecentChat.Said;
import dev.hearth.settings.Settings.WindowSize;
import dev.hearth.testkit.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsStoreTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(42));

    @TempDir private Path folder = Path.of("");

    private SettingsStore open() {
        return SettingsStore.open(DataFolder.open(Optional.of(folder)), CLOCK);
    }

    private Path file() {
        return folder.resolve("settings.properties");
    }

    @Test
    void startsWithDefaultsAndTheSystemsNameForThePerson() {
        try (SettingsStore store = open()) {
            assertThat(store.current()).isEqualTo(Settings.defaults());
            assertThat(store.current().name()).isEqualTo(System.getProperty("user.name"));
            assertThat(store.notice()).isEmpty();
        }
        assertThat(file()).doesNotExist();
    }

    @Test
    void keepsEverythingThatWasChosen() {
        Settings chosen =
                new Settings(
                        " Ådä \n= # ! \\ \u2028 😀",
                        new Appearance(ThemeChoice.DARK, Accent.TEAL, 125, true),
                        Optional.of(Language.ARABIC),
                        4000,
                        false,
                        List.of(
                                new RecentChat(
                                        "chat.example.org:3000",
                                        "Ann’s garden 🌱",
                                        Optional.of(new Said("Omar: 1=2\\ # !", Instant.EPOCH))),
                                RecentChat.at("hearth://a=b")),
                        new WindowSize(1234, 567),
                        NoticeSettings.DEFAULTS
                                .withLevel("chat.example.org:3000/a b", "#lobby", Level.ALL)
                                .withLevel("h:1", "r 2", Level.NONE)
                                .withQuietUntil(Optional.of(Instant.MAX))
                                .withUsual(Level.NONE)
                                .withSound(true));
        try (SettingsStore store = open()) {
            store.update(_ -> chosen);
        }
        try (SettingsStore store = open()) {
            assertThat(store.current()).isEqualTo(chosen);
        }
    }

    @Test
    void savesAMomentLaterAllChangesAtOnce() throws IOException {
        try (SettingsStore store = open()) {
            for (int i = 0; i < 100; i++) {
                int width = 400 + i;
                store.update(settings -> settings.withWindow(new WindowSize(width, 500)));
            }
            assertThat(file()).doesNotExist();
            Patience.await().until(() -> Files.exists(file()));
            assertThat(SettingsFile.read(Files.readString(file())).window().width()).isEqualTo(499);
            store.update(settings -> settings.withName("Ada"));
            Patience.await()
                    .until(() -> SettingsFile.read(Files.readString(file())).name().equals("Ada"));
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).containsExactly(file());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "garbage", "format=2\nname=x", "format=1\nname=\\u12", "\u0000\u0001"})
    void setsAsideAFileThatItCannotUnderstandAndSaysSo(String content) throws IOException {
        Files.writeString(file(), content);
        Path aside = folder.resolve("settings.broken-42.txt");
        try (SettingsStore store = open()) {
            assertThat(store.current()).isEqualTo(Settings.defaults());
            assertThat(store.notice())
                    .hasValueSatisfying(text -> assertThat(text).contains(aside.toString()));
            assertThat(aside).hasContent(content);
        }
        assertThat(file()).doesNotExist();
    }

    @Test
    void setsAsideBytesThatAreNoText() throws IOException {
        Files.write(file(), new byte[] {'f', (byte) 0xFF, (byte) 0xFE});
        try (SettingsStore store = open()) {
            assertThat(store.notice()).isPresent();
        }
    }

    @Test
    void takesDefaultsForSingleValuesWithoutSense() throws IOException {
        Files.writeString(file(), "format=1\nname=Ada\ntheme=purple\nport=70000\nwindow.width=x");
        try (SettingsStore store = open()) {
            assertThat(store.current()).isEqualTo(Settings.defaults().withName("Ada"));
            assertThat(store.notice()).isEmpty();
        }
    }

    @Test
    void forgetsAnAddress() {
        Settings settings = recent(Settings.defaults(), "one", "two");
        assertThat(addresses(settings.withoutRecent("one"))).containsExactly("two");
        assertThat(addresses(settings.withoutRecent("three"))).containsExactly("two", "one");
    }

    private static Settings recent(Settings settings, String... addresses) {
        return Stream.of(addresses)
                .map(RecentChat::at)
                .reduce(settings, Settings::withRecent, (one, other) -> other);
    }

    private static List<String> addresses(Settings settings) {
        return settings.recent().stream().map(RecentChat::address).toList();
    }

    @Test
    void whatIsToldOfARecentChatIsBoundedAndLeavesItsPlace() {
        Settings settings = recent(Settings.defaults(), "one", "two");
        RecentChat told =
                RecentChat.at("one")
                        .named("🌱".repeat(1_000))
                        .saying(Optional.of(new Said("x".repeat(100_000), Instant.EPOCH)));
        Settings noted = settings.withNoted(told).withNoted(RecentChat.at("three").named("x"));
        assertThat(addresses(noted)).containsExactly("two", "one");
        RecentChat one = noted.recent().getLast();
        assertThat(one.name()).isEqualTo("🌱".repeat(300));
        assertThat(one.last().orElseThrow().line()).hasSize(300);
    }

    @Test
    void aRecentChatWithoutSenseKeepsItsAddress() throws IOException {
        Files.writeString(
                file(), "format=1\nrecent.0=one\nrecent.0.said=hello\nrecent.0.at=yesterday");
        try (SettingsStore store = open()) {
            assertThat(store.current().recent()).containsExactly(RecentChat.at("one"));
        }
    }

    @Test
    void remembersTheLatestAddressesOnceEach() {
        Settings settings = Settings.defaults();
        for (int i = 0; i < 15; i++) {
            settings = recent(settings, "host" + i);
        }
        settings = recent(settings, "host10");
        assertThat(addresses(settings))
                .hasSize(10)
                .startsWith("host10", "host14")
                .doesNotHaveDuplicates();
    }

    @Test
    void survivesManyWritersAtOnce() {
        try (SettingsStore store = open()) {
            IntStream.range(0, 200)
                    .parallel()
                    .forEach(i -> store.update(settings -> recent(settings, "host" + i)));
            assertThat(store.current().recent()).hasSize(10);
        }
        try (SettingsStore store = open()) {
            assertThat(store.current().recent()).hasSize(10);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right that few have")
    void aLinkIntoAnotherFolderStaysALink() throws IOException {
        Path dotfiles = Files.createDirectories(folder.resolve("dotfiles"));
        Path target = dotfiles.resolve("hearth.properties");
        Files.createSymbolicLink(file(), Path.of("dotfiles/hearth.properties"));
        for (String name : List.of("Ada", "Ben")) {
            try (SettingsStore store = open()) {
                store.update(settings -> settings.withName(name));
            }
            assertThat(file()).isSymbolicLink();
            assertThat(target).isRegularFile().content().contains("name=" + name);
        }
        try (Stream<Path> there = Files.list(dotfiles)) {
            assertThat(there).containsExactly(target);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeIsNotWaitedForAndStays() throws Exception {
        Process made = new ProcessBuilder("mkfifo", file().toString()).inheritIO().start();
        assertThat(made.waitFor()).isZero();
        try (SettingsStore store = open()) {
            assertThat(store.notice().orElseThrow()).contains("is no file");
            store.update(settings -> settings.withName("Ada"));
        }
        assertThat(file()).exists();
        assertThat(Files.isRegularFile(file())).isFalse();
    }
}
