package dev.hearth.ui.fakes;

import dev.hearth.ui.notices.SystemNotices;
import java.util.ArrayList;
import java.util.List;

/// Notices of a system that only remembers them. One thread.
public final class FakeSystemNotices implements SystemNotices {
    private final List<String> shown = new ArrayList<>();
    private final List<Runnable> clicks = new ArrayList<>();

    @Override
    public void show(String title, String text, boolean sound, Runnable onClick) {
        shown.add(title + ": " + text);
        clicks.add(onClick);
    }

    /// Title and text of each, in order.
    public List<String> shown() {
        return List.copyOf(shown);
    }

    public void clickLast() {
        clicks.getLast().run();
    }
}
