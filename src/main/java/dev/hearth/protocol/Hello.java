package dev.hearth.protocol;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What a Hearth host says first on `/hearth`: `{v, host: {id, name, version}, epoch, now, nonce,
/// needs: {passcode, key}, key, sig}`.
///
/// @param version the protocol's major version that the host speaks
/// @param hostId the fingerprint of the host's key: a claim until `proof` was verified
/// @param software the version of the host's program
/// @param epoch names the log; another one when the log was lost or replaced
/// @param now the host's clock
/// @param nonce that a client signs to prove its key
/// @param proof that the host is the one it says; a client that sent no nonce gets none
public record Hello(
        int version,
        String hostId,
        String hostName,
        String software,
        String epoch,
        Instant now,
        String nonce,
        Needs needs,
        Optional<HostProof> proof) {
    static final int TEXT_CHARACTERS = 100;

    /// What a client has to show to come in.
    public record Needs(boolean passcode, boolean key) {}

    /// Empty for anything that is not a hello of whatever version.
    public static Optional<Hello> read(Map<?, ?> map) {
        OptionalLong version = Fields.number(map, "v");
        Map<?, ?> host = Fields.map(map, "host").orElse(Map.of());
        Optional<String> id = Fields.text(host, "id", TEXT_CHARACTERS).filter(it -> !it.isEmpty());
        if (version.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        Map<?, ?> needs = Fields.map(map, "needs").orElse(Map.of());
        return Optional.of(
                new Hello(
                        Math.clamp(version.getAsLong(), 0, Integer.MAX_VALUE),
                        id.get(),
                        Fields.text(host, "name", TEXT_CHARACTERS).orElse(""),
                        Fields.text(host, "version", TEXT_CHARACTERS).orElse(""),
                        Fields.text(map, "epoch", TEXT_CHARACTERS).orElse(""),
                        Instant.ofEpochMilli(Fields.number(map, "now").orElse(0)),
                        Fields.text(map, "nonce", TEXT_CHARACTERS).orElse(""),
                        new Needs(
                                Boolean.TRUE.equals(needs.get("passcode")),
                                Boolean.TRUE.equals(needs.get("key"))),
                        HostProof.read(map)));
    }

    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("v", version);
        map.put("host", Map.of("id", hostId, "name", hostName, "version", software));
        map.put("epoch", epoch);
        map.put("now", now.toEpochMilli());
        map.put("nonce", nonce);
        map.put("needs", Map.of("passcode", needs.passcode(), "key", needs.key()));
        proof.ifPresent(
                it -> {
                    map.put("key", it.key());
                    map.put("sig", it.signature());
                });
        return map;
    }
}
