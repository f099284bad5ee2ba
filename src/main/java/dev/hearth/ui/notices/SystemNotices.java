package dev.hearth.ui.notices;

/// Tells people through their system what comes while they use other programs. Returns at once;
/// does nothing where the system has no way for it. Any thread.
@FunctionalInterface
public interface SystemNotices {
    SystemNotices NONE = (title, text, onClick) -> {};

    /// Shows a notice.
    ///
    /// @param onClick runs on any thread when the person follows the notice
    void show(String title, String text, Runnable onClick);
}
