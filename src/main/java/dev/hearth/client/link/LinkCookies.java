package dev.hearth.client.link;

import java.util.ArrayList;
import java.util.List;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;

/// The cookies of one link, in memory: balancers in front of several servers lead each request of a
/// session to the same one by them. They end with the link. Thread-safe.
final class LinkCookies implements CookieJar {
    /// More than any balancer sets.
    private static final int MOST = 50;

    private final List<Cookie> cookies = new ArrayList<>();

    @Override
    public synchronized void saveFromResponse(HttpUrl url, List<Cookie> set) {
        for (Cookie each : set) {
            cookies.removeIf(
                    old ->
                            old.name().equals(each.name())
                                    && old.domain().equals(each.domain())
                                    && old.path().equals(each.path()));
            if (cookies.size() < MOST) {
                cookies.add(each);
            }
        }
    }

    @Override
    public synchronized List<Cookie> loadForRequest(HttpUrl url) {
        long now = System.currentTimeMillis();
        cookies.removeIf(each -> each.expiresAt() < now);
        return cookies.stream().filter(each -> each.matches(url)).toList();
    }
}
