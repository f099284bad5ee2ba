package dev.hearth.ui.kit;

/// Opens a web address in the system's browser.
@FunctionalInterface
public interface LinkOpener {
    void open(String address);
}
