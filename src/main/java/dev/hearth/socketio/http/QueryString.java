package dev.hearth.socketio.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The query of an address, and percent-encoding, as Node reads them: what is no escape is itself.
/// Stateless.
public final class QueryString {
    /// As many as Node looks at.
    private static final int MOST = 1_000;

    private QueryString() {}

    /// The parameters in the query of `uri`, in their order, each with its values.
    public static Map<String, List<String>> of(String uri) {
        int hash = uri.indexOf('#');
        String address = hash < 0 ? uri : uri.substring(0, hash);
        int mark = address.indexOf('?');
        Map<String, List<String>> all = new LinkedHashMap<>();
        if (mark < 0) {
            return all;
        }
        String[] pairs = address.substring(mark + 1).split("&", MOST + 1);
        for (int n = 0; n < Math.min(pairs.length, MOST); n++) {
            if (!pairs[n].isEmpty()) {
                String[] pair = pairs[n].replace('+', ' ').split("=", 2);
                all.computeIfAbsent(decoded(pair[0]), _ -> new ArrayList<>(1))
                        .add(pair.length == 1 ? "" : decoded(pair[1]));
            }
        }
        return all;
    }

    /// `encoded` with each `%41` as the byte it stands for, in UTF-8; a `%` without two hexadecimal
    /// digits behind it is itself.
    public static String decoded(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded;
        }
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(bytes.length);
        for (int at = 0; at < bytes.length; at++) {
            int value = bytes[at] == '%' && at + 2 < bytes.length ? value(bytes, at + 1) : -1;
            out.write(value < 0 ? bytes[at] : value);
            at += value < 0 ? 0 : 2;
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /// @return -1 where these are not two hexadecimal digits
    private static int value(byte[] bytes, int at) {
        int high = Character.digit(bytes[at], 16);
        int low = Character.digit(bytes[at + 1], 16);
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }
}
