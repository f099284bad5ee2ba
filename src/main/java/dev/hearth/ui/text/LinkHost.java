package dev.hearth.ui.text;

import java.net.URI;
import java.net.URISyntaxException;

/// Where a link leads, in a word. Stateless.
final class LinkHost {
    private LinkHost() {}

    /// The host of `target`, in ASCII so that no letter is taken for another; of a mail address,
    /// the address.
    static String of(String target) {
        try {
            URI uri = new URI(target);
            if (uri.isOpaque()) {
                return uri.getSchemeSpecificPart();
            }
            String host = uri.getHost() == null ? uri.getAuthority() : uri.getHost();
            return host == null ? target : host;
        } catch (URISyntaxException e) {
            return target;
        }
    }
}
