package dev.hearth.ui.fakes;

import dev.hearth.ui.shell.HearthDesktop;
import dev.hearth.ui.shell.OpeningWish;
import dev.hearth.ui.shell.WindowParts;
import java.util.Optional;

/// Opens the window over a made-up world, to look at it: with `start`, `host` or `chat` as first
/// argument and `dark` perhaps as second.
public final class LookByHand {
    private LookByHand() {}

    public static void main(String[] args) {
        var world = new FakeWorld();
        world.onJoin(
                chat -> {
                    chat.goOnline();
                    if (args.length > 0 && args[0].equals("chat")) {
                        SampleChat.fill(chat);
                    }
                });
        var preferences = FakePreferences.of("Mira");
        preferences.rememberAddress("192.168.1.20");
        if (args.length > 1 && args[1].equals("dark")) {
            preferences.rememberTheme(dev.hearth.settings.ThemeChoice.DARK);
        }
        OpeningWish wish =
                args.length > 0 && args[0].equals("chat")
                        ? new OpeningWish.Join("192.168.1.20", Optional.empty())
                        : new OpeningWish.Start();
        HearthDesktop.run(
                new WindowParts(world, world, preferences, FakeWorld.CLOCK, "0.1.0"), wish);
    }
}
