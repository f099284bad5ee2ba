package dev.hearth.cli;

import java.util.List;

/// Under which names and through which proxies a chat may be reached, beside the addresses of its
/// computer.
///
/// @param origins of other web pages that may connect, and of names behind a proxy, such as
///   `https://chat.example`
/// @param proxies addresses of proxies on other computers that are believed about their clients
/// @param path below which a proxy passes requests on, such as `/team`; empty for none
public record WebAccess(List<String> origins, List<String> proxies, String path) {
    /// The addresses of this computer alone.
    public static final WebAccess NONE = new WebAccess(List.of());

    public WebAccess(List<String> origins) {
        this(origins, List.of(), "");
    }

    public WebAccess {
        origins = List.copyOf(origins);
        proxies = List.copyOf(proxies);
    }
}
