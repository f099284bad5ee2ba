package dev.hearth.ui.fakes;

import dev.hearth.ui.notices.SystemNotices;
import java.util.ArrayList;
import java.util.List;

/// Notices of a system that only remembers them. One thread.
public final class FakeSystemNotices implements SystemNotices {
    private final List<String> shown = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final List<Runnable> clicks = new ArrayList<>();
    private long badge;

    @Override
    public void show(String title, String text, boolean sound, Runnable onClick) {
        shown.add(title + ": " + text);
        if (sound) {
            heard.add(title);
        }
        clicks.add(onClick);
    }

    @Override
    public void badge(long unread) {
        badge = unread;
    }

    /// The number on the icon.
    public long badge() {
        return badge;
    }

    /// Title and text of each, in order.
    public List<String> shown() {
        return List.copyOf(shown);
    }

    /// The titles of those that may be heard.
    public List<String> heard() {
        return List.copyOf(heard);
    }

    public void clickLast() {
        clicks.getLast().run();
    }
}
