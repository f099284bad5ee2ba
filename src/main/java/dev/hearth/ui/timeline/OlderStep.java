package dev.hearth.ui.timeline;

/// How it stands with what is older than the oldest message shown.
public enum OlderStep {
    /// The server keeps nothing to be asked for.
    NONE,
    /// There may be more.
    MORE,
    /// Asked for.
    LOADING,
    /// What is shown begins where the room begins.
    BEGINNING
}
