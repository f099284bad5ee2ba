package dev.hearth.ui.notices;

/// Tells people through their system what comes while they use other programs. Returns at once;
/// does nothing where the system has no way for it. Any thread.
public interface SystemNotices {
    SystemNotices NONE =
            new SystemNotices() {
                @Override
                public void show(String title, String text, boolean sound, Runnable onClick) {}

                @Override
                public void badge(long unread) {}
            };

    /// Shows a notice.
    ///
    /// @param sound whether it may be heard
    /// @param onClick runs on any thread when the person follows the notice
    void show(String title, String text, boolean sound, Runnable onClick);

    /// Shows on the icon of the program how many messages are unread; nothing for 0.
    void badge(long unread);
}
