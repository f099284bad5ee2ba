package dev.hearth.socketio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Attachments travel beside the JSON, which holds `{"_placeholder":true,"num":n}` in their place.
/// Socket.IO protocol v5, "Packet encoding", binary events.
final class Placeholders {
    private Placeholders() {}

    /// Moves each `byte[]` of the tree to the list; a copy where something was moved.
    static @Nullable Object extract(@Nullable Object value, List<byte[]> attachments) {
        return switch (value) {
            case byte[] bytes -> {
                attachments.add(bytes);
                Map<String, Object> placeholder = new LinkedHashMap<>();
                placeholder.put("_placeholder", true);
                placeholder.put("num", attachments.size() - 1);
                yield placeholder;
            }
            case Map<?, ?> map when hasBinary(map) -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((k, v) -> copy.put(String.valueOf(k), extract(v, attachments)));
                yield copy;
            }
            case Iterable<?> list when hasBinary(list) -> {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(item -> copy.add(extract(item, attachments)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    static boolean hasBinary(@Nullable Object value) {
        return switch (value) {
            case byte[] _ -> true;
            case Map<?, ?> map -> hasBinary(map.values());
            case Iterable<?> list -> {
                for (Object item : list) {
                    if (hasBinary(item)) {
                        yield true;
                    }
                }
                yield false;
            }
            case null, default -> false;
        };
    }

    /// Puts the attachments in their places, in the tree itself.
    @SuppressWarnings("unchecked") // the tree is ours, and made of Objects
    static @Nullable Object fill(@Nullable Object value, List<byte[]> attachments)
            throws BadPacket {
        if (value instanceof Map<?, ?> map) {
            if (Boolean.TRUE.equals(map.get("_placeholder"))) {
                return attachment(map.get("num"), attachments);
            }
            for (Map.Entry<String, @Nullable Object> entry :
                    ((Map<String, @Nullable Object>) map).entrySet()) {
                Object old = entry.getValue();
                if (isContainer(old)) {
                    entry.setValue(fill(old, attachments));
                }
            }
        } else if (value instanceof List<?>) {
            List<@Nullable Object> list = (List<@Nullable Object>) value;
            for (int i = 0; i < list.size(); i++) {
                Object old = list.get(i);
                if (isContainer(old)) {
                    list.set(i, fill(old, attachments));
                }
            }
        }
        return value;
    }

    private static boolean isContainer(@Nullable Object value) {
        return value instanceof Map || value instanceof List;
    }

    private static byte[] attachment(@Nullable Object number, List<byte[]> attachments)
            throws BadPacket {
        if (number instanceof Integer i && i >= 0 && i < attachments.size()) {
            return attachments.get(i);
        }
        throw new BadPacket("illegal attachments");
    }
}
