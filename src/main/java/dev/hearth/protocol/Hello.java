package dev.hearth.protocol;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What a Hearth host says first on `/hearth`: `{v, host: {id, name, version}, epoch, now, nonce,
/// needs: {passcode, key}}`.
///
/// @param version the protocol's major version that the host speaks
/// @param hostId the same for the life of the host's folder
/// @param software the version of the host's program
/// @param epoch names the log; another one when the log was lost or replaced
/// @param now the host's clock
/// @param nonce to be signed by whoever proves a key
public record Hello(
        int version,
        String hostId,
        String hostName,
        String software,
        String epoch,
        Instant now,
        String nonce,
        Needs needs) {
    /// What one has to show to come in.
    public record Needs(boolean passcode, boolean key) {}

    public Hello {
        requireNonNull(hostId);
        requireNonNull(hostName);
        requireNonNull(software);
        requireNonNull(epoch);
        requireNonNull(now);
        requireNonNull(nonce);
        requireNonNull(needs);
    }

    /// Empty for anything that is not a hello of whatever version.
    public static Optional<Hello> read(Map<?, ?> map) {
        OptionalLong version = Fields.number(map, "v");
        Map<?, ?> host = Fields.map(map, "host").orElse(Map.of());
        Optional<String> id = Fields.text(host, "id").filter(it -> !it.isEmpty());
        if (version.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        Map<?, ?> needs = Fields.map(map, "needs").orElse(Map.of());
        return Optional.of(
                new Hello(
                        Math.clamp(version.getAsLong(), 0, Integer.MAX_VALUE),
                        id.get(),
                        Fields.text(host, "name").orElse(""),
                        Fields.text(host, "version").orElse(""),
                        Fields.text(map, "epoch").orElse(""),
                        Instant.ofEpochMilli(Fields.number(map, "now").orElse(0)),
                        Fields.text(map, "nonce").orElse(""),
                        new Needs(
                                Boolean.TRUE.equals(needs.get("passcode")),
                                Boolean.TRUE.equals(needs.get("key")))));
    }

    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("v", version);
        map.put("host", Map.of("id", hostId, "name", hostName, "version", software));
        map.put("epoch", epoch);
        map.put("now", now.toEpochMilli());
        map.put("nonce", nonce);
        map.put("needs", Map.of("passcode", needs.passcode(), "key", needs.key()));
        return map;
    }
}
