package dev.hearth.ui.notices;

/// Tells people through their system what comes while they use other programs. Returns at once;
/// does nothing where the system has no way for it. Any thread.
@FunctionalInterface
public interface SystemNotices {
    SystemNotices NONE = (title, text, sound, onClick) -> {};

    /// Shows a notice.
    ///
    /// @param sound whether it may be heard
    /// @param onClick runs on any thread when the person follows the notice
    void show(String title, String text, boolean sound, Runnable onClick);
}
